/** What can be tapped under a reply: the entries of its list, the answers to its questions, and every “…” that its text offers to say. */
import { type CardAction, type FactValue, type Reply, sayChoice, tellChoice } from '../../contract/index.ts';
import type { Fact, Facts } from '../../facts/index.ts';
import { cardWords as words } from './words.ts';

/** Longer than this a choice is better made by its words. */
const MOST_VALUES = 6;

export function actionsOf(
  { text, options, asks }: Pick<Reply, 'text' | 'options' | 'asks'>,
  facts: Facts,
  isPast: (about: string) => boolean,
): CardAction[] {
  const choices = options.map(({ id, label }): CardAction => {
    return { id, label: isPast(id) ? words.past(label) : label, send: label, kind: 'choice' };
  });
  return [...answersTo(asks ?? [], facts), ...choices, ...offeredIn(text)];
}

/** Yes, no or one of few values, and 不清楚, for each fact that was asked; a figure is typed. */
function answersTo(asks: readonly string[], facts: Facts): CardAction[] {
  return asks.flatMap((name, place) => {
    const fact = facts.get(name);
    if (!fact) return [];
    const mark = asks.length > 1 ? words.place(place) : '';
    return answersOf(fact).map(({ label, value }): CardAction => {
      const send = `${fact.label}：${label}`;
      return { id: tellChoice({ [name]: value }), label: `${mark}${label}`, send, kind: 'answer' };
    });
  });
}

interface PossibleAnswer {
  label: string;
  /** Null: not known. */
  value: FactValue | null;
}

/** What a fact can be answered with by a tap; only 不清楚 for figures, days, places and long lists. */
export function answersOf(fact: Fact): PossibleAnswer[] {
  const notKnown: PossibleAnswer = { label: words.notKnown, value: null };
  if (fact.type === 'boolean')
    return [{ label: words.yes, value: true }, { label: words.no, value: false }, notKnown];
  const values = Object.entries(fact.values ?? {});
  if (fact.type !== 'choice' || values.length > MOST_VALUES) return [notKnown];
  return [...values.map(([value, [label = value]]) => ({ label: valueWord(value, label), value })), notKnown];
}

/** The first word of a catch-all is one of many that it stands for (酒吧): it is called what it is. */
export const valueWord = (value: string, label: string): string => (value === 'other' ? words.other : label);

/**
 * 要提醒申报就说“提醒我” · 回“测算”: read from the text itself, so that nothing can be offered without a way to tap it. 说“换企业”加名字 is
 * half a sentence and stays text.
 */
const OFFER = /[说回]“(?<said>[^“”]{1,12})”(?!加)/gu;
/** 常用：政策体检 · 我的资料 */
const LIST = /^常用：(?<list>.+)$/mu;

function offeredIn(text: string): CardAction[] {
  const listed = LIST.exec(text)?.groups?.list?.split(' · ') ?? [];
  const offered = Array.from(text.matchAll(OFFER), ({ groups }) => groups?.said ?? '');
  return [...new Set([...offered, ...listed])].map((said) => commandAction(said));
}

/** 要我算算够不够条件，回“测算”。: a line that does nothing but offer is the button itself. */
const ONLY_OFFERS = /^[^。“”]*[说回]“[^“”]{1,12}”(?!加)[^。“”]*。?$/u;
export const onlyOffers = (line: string): boolean => ONLY_OFFERS.test(line) || LIST.test(line);

export const commandAction = (said: string): CardAction => ({
  id: sayChoice(said),
  label: said,
  send: said,
  kind: 'command',
});
