/** 四舍五入算10%不, 隔离酒店还算旅游饭店吗: what something would count as is asked, and nothing is told by it. */
import { without } from './blank.ts';
import { saysNotKnown } from './doubt.ts';
import type { Clause, Utterance } from './utterance.ts';

/** To count as something; not to reckon, to plan, to give up or to add in. */
const COUNTS_AS =
  /(?:能|可以|可|该|应该)?(?<!打|计|预|结|清|核|测|总|划|合|换|决|运|失|就|推|折|怎么|如何|咋)算(?:不算|作|是|成|为|进|入)?(?![了算一下法账钱上出])/u;
/** A question that yes or no answers: by its last word, by a verb said both ways, by its mark. */
const ASKS_WHETHER =
  /(?:[吗么嘛]|[^\s](?:不|没有?|否))[呢啊呀哈]?$|(?<verb>\p{Script=Han})不\k<verb>[^我咱]*$|是否|能否|可否/u;

/** 算不算制造业说不清 asks nobody: it says that one does not know. */
const asksWhether = ({ text, question }: Clause): boolean =>
  question || (ASKS_WHETHER.test(text.trimEnd()) && !saysNotKnown(text));

/** Without what is asked to be counted as: 我们350人 is told by 我们350人算规上吗, and 规上 is not. */
export function withoutCountedAs(utterance: Utterance): Utterance {
  const spans = utterance.clauses.flatMap((clause) => {
    const found = COUNTS_AS.exec(clause.text);
    return found && asksWhether(clause) ? [{ start: clause.start + found.index, end: clause.end }] : [];
  });
  return without(utterance, spans);
}
