/** What a thing is called is no statement: 大型工业企业增收奖励怎么拿 does not say that one is large. */
import { without } from '../blank.ts';
import { statesSomething } from '../states.ts';
import type { Clause, Span, Utterance } from '../utterance.ts';

/** 不停工补贴 · 不停产不停工那个补贴 · 大型工业企业增收奖励. */
const NAME =
  /[^,。;?!\n\s有能给拿领可想要怎]{2,16}?(?:的|那个|这个|那条|那项|这项|那种)?(?:补贴|补助|奖励|奖金|奖补|补偿|贴息|政策|措施)/gu;
/** Asked for, or pointed at: 怎么拿 · 能申请吗 · 那个. */
const ASKED_FOR =
  /怎么|咋|如何|什么|多少|哪|吗|么|呢|[?]|能|可以|想|申请|申报|咨询|请问|关于|那个|这个|那条|那项|回到/u;

/** True for a short phrase that only names a subsidy: 不停工补贴标准. */
export const isName = (text: string): boolean =>
  text.length <= 14 &&
  !statesSomething(text) &&
  !/[,。;?!\n\s]|[有能给可想要会吗么]/u.test(text) &&
  NAMED.test(text);
const NAMED = /补贴|补助|奖励|奖金|奖补|补偿|贴息|政策|措施|资金|标准|条件/u;

/** 符合条件是什么条件 · 产值多少算规上 · 哪些算制造业: asks what a word means. */
const DEFINES =
  /(?:是|算|叫|指)(?:什么|啥|哪些|哪种)(?:条件|意思|标准|企业|$|[?])|(?:什么样?|啥样?|哪些|哪种|多少|怎样|怎么)的?[^,。;?!]{0,6}(?:才|就)?(?:算(?!算|一|下)|叫做?|才是|属于)/u;

/** The utterance without what it only names. */
export function withoutNames(utterance: Utterance): Utterance {
  const [only, ...others] = utterance.clauses;
  if (only && others.length === 0 && isName(utterance.text)) return without(utterance, [only]);
  return without(utterance, utterance.clauses.flatMap(namesIn));
}

/** Where a clause names something: all of it where it asks what a word means. */
function namesIn(clause: Clause): Span[] {
  const { start, text, holder } = clause;
  if (DEFINES.test(text)) return [clause];
  if (!ASKED_FOR.test(text + (clause.question ? '?' : '')) || holder !== 'self') return [];
  return [...text.matchAll(NAME)]
    .filter(([name]) => !statesSomething(name))
    .map(({ index, 0: name }) => ({ start: start + index, end: start + index + name.length }));
}
