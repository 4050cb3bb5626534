/** Whether a room's message is meant for the bot, and its text without the bot's name. */

/** What WeChat puts after a mention: a four-per-em space on phones, a blank elsewhere, nothing at the end. */
const AFTER_NAME = '(?:[\\u2005\\s]+|$)';

export interface Addressed {
  toBot: boolean;
  text: string;
}

/**
 * `mentioned`: the platform says so. It does not always when the bot has a name of its own in the room, or when the name was
 * typed by hand: then a name at the very beginning counts.
 * '@惠企助手 稳岗补贴' → to the bot, '稳岗补贴'
 * '稳岗补贴 @惠企助手' → to the bot only when the platform says so, '稳岗补贴'
 */
export function readAddress(said: string, mentioned: boolean, names: string[]): Addressed {
  const text = said.trim();
  // The longest first: one name may begin with another.
  const known = names.filter((name) => name.trim() !== '').sort((a, b) => b.length - a.length);
  const first = known.find((name) => new RegExp(`^[@＠]${escaped(name)}${AFTER_NAME}`, 'u').test(text));
  if (!mentioned && !first) return { toBot: false, text };
  const without = known.reduce(
    (rest, name) => rest.replace(new RegExp(`[@＠]${escaped(name)}${AFTER_NAME}`, 'gu'), ' '),
    text,
  );
  // Mentioned by a name that is not known here: what stands first with an @ is it.
  const clean = without === text ? text.replace(/^[@＠][^\s\u2005]{1,64}(?:[\u2005\s]+|$)/u, '') : without;
  return { toBot: true, text: clean.trim() };
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
