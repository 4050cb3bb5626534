/** What a message does in a talk, where its words say so: nothing of it is matched as a whole wording. */
import { type Hit, withoutOverlaps, wordFinder } from '../find-words.ts';
import { simplified } from '../traditional.ts';
import type { Act, Form } from './form.ts';
import { FORMS } from './forms.ts';
import { ACT_WORDS, type ActWords } from './words.ts';

export interface ReadAct {
  act: Act;
  /** What else the message says: the clauses beside the act's own, or all of them where the act has its matter among its words. */
  rest: string;
}

const classesOf = new Map<string, Set<ActWords>>();
for (const [name, words] of ACT_WORDS)
  for (const word of words) classesOf.set(word, (classesOf.get(word) ?? new Set()).add(name));
const words = [...classesOf.keys()];
const find = wordFinder(words);

interface Part {
  text: string;
  words: readonly { classes: ReadonlySet<ActWords>; length: number }[];
  /** Characters that no word of an act has. */
  other: number;
}

/** Ends of clauses; the point of 8.2万 is none. A question mark is a word of its own: it asks. */
const BREAK = /(?:[\s,，。;；:：!！~～…、]|(?<!\d)[.．]|[.．](?!\d))+/u;
/** [语音] · 【图片】 · <视频>: what a platform writes in the place of something that is no text. */
const MEDIA =
  /^[[【(（<《]\s*(?:动画)?(?:图片|照片|截图|截屏|语音|视频|小视频|文件|附件|位置|链接|表情|名片|红包|转账|聊天记录|image|photo|voice|audio|video|file)[^\]】)）>》]{0,20}[\]】)）>》]$/iu;
/** Longer messages tell something. */
const LONGEST = 120;

/** Null where the message does nothing but ask or tell. */
export function readAct(given: string): ReadAct | null {
  if (MEDIA.test(given.trim())) return { act: 'media', rest: '' };
  const pictured = pictureIn(given);
  if (pictured !== null) return { act: pictured, rest: '' };
  const text = plain(given);
  if (text === '' || text.length > LONGEST) return null;
  const parts = text
    .split(BREAK)
    .filter((part) => part.replace(/\?/gu, '') !== '')
    .map(partOf);
  const whole: Part = {
    text,
    words: parts.flatMap((part) => part.words),
    other: parts.reduce((sum, { other }) => sum + other, 0),
  };
  let best: { act: Act; rest: string; left: number } | null = null;
  for (const form of FORMS) {
    const found = fitOf(form, whole, parts);
    if (found && (best === null || found.left < best.left)) best = { act: form.act, ...found };
  }
  return best && { act: best.act, rest: best.rest };
}

/** 👌 · 🙏🙏: a message of nothing but pictures does what the first that says something does. */
function pictureIn(given: string): Act | null {
  const pictures = given.match(/\p{Extended_Pictographic}/gu);
  const beside = given.replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{fe0f}|\u{200d}|\s/gu, '');
  if (pictures === null || beside !== '') return null;
  const said = (picture: string) => PICTURES.find(([signs]) => signs.includes(picture))?.[1];
  return pictures.map(said).find((act) => act !== undefined) ?? 'mood';
}
const PICTURES: readonly (readonly [signs: string, act: Act])[] = [
  ['👌👍🆗✅☑✔💪👏🤝🙆', 'ok'],
  ['🙏🌹💐❤🧡🫡🙇', 'thanks'],
  ['👋', 'greeting'],
];

/** Small letters of one width, no pictures; a message of marks alone is empty. */
const plain = (given: string): string =>
  simplified(given)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?:\p{Extended_Pictographic}|\u{fe0f}|\u{200d})/gu, ' ')
    .replace(/[“”"'‘’「」『』（）()·—-]/gu, '')
    .trim();

/** 2020年 · 22年. */
const YEAR = /(?<!\d)(?:20)?\d\d年/gu;
const OF_YEAR: ReadonlySet<ActWords> = new Set(['year']);
/** 7月25号 · 25日 · 7月. */
const DATE = /(?:\d{1,2}月)?\d{1,2}[号日]|\d{1,2}月/gu;
const OF_DATE: ReadonlySet<ActWords> = new Set(['date']);

function partOf(given: string): Part {
  const years = given.match(YEAR) ?? [];
  const dates = given.replace(YEAR, ' ').match(DATE) ?? [];
  const text = given.replace(YEAR, ' ').replace(DATE, ' ');
  const hits = withoutOverlaps(find(text), text.length);
  const other = text.replace(/[?\s]/gu, '').length - hits.reduce((sum, hit) => sum + lengthOf(hit), 0);
  return {
    text,
    words: [
      ...hits.map((hit) => ({ classes: classesOf.get(words[hit.word]!)!, length: lengthOf(hit) })),
      ...dates.map((date) => ({ classes: OF_DATE, length: date.length })),
      ...years.map((year) => ({ classes: OF_YEAR, length: year.length })),
    ],
    other: Math.max(0, other),
  };
}

const lengthOf = ({ start, end }: Hit): number => end - start;

/** How much of other matter is left beside the act, or null where the form does not fit. */
function fitOf(form: Form, whole: Part, parts: readonly Part[]): { rest: string; left: number } | null {
  const left = leftBeside(form, whole);
  if (left !== null) return { rest: form.rest === 'any' || left > 2 ? whole.text : '', left };
  if (!form.clause || parts.length < 2) return null;
  const own = parts.find((part) => leftBeside(form, part) !== null);
  if (!own) return null;
  const rest = parts.filter((part) => part !== own).map(({ text }) => text);
  return { rest: rest.join(','), left: CLAUSE_COSTS };
}

/** An act of the whole message goes before one of a clause. */
const CLAUSE_COSTS = 0.5;

/** OK发我原文 · 谢谢，转人工: what is said for politeness before or behind an act. */
const COURTESY: readonly ActWords[] = ['filling', 'understood', 'thanks', 'greet'];

function leftBeside({ of, with: beside = [], not = [], rest = 0, bare }: Form, part: Part): number | null {
  if (not.some((name) => part.words.some(({ classes }) => classes.has(name)))) return null;
  const used = new Set<object>();
  for (const name of of) {
    const word = part.words.find((one) => !used.has(one) && one.classes.has(name));
    if (!word) return null;
    used.add(word);
  }
  const allowed: readonly ActWords[] = bare ? [...of, ...beside] : [...of, ...beside, ...COURTESY];
  const left = part.words.reduce(
    (sum, word) => sum + (used.has(word) || allowed.some((name) => word.classes.has(name)) ? 0 : word.length),
    part.other,
  );
  return rest === 'any' || left <= rest ? left : null;
}
