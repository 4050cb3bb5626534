/** Clauses that state nothing of oneself: a supposition from its 如果 on, a question of what is required. */
import { IF } from '../doubt.ts';
import type { Clause } from '../utterance.ts';
import { isSupposedAtEnd } from './modality.ts';
import { clausesOfOthers } from './others.ts';

/** 如果我们是制造企业, 假如在岗1200人: it leads its clause. */
const LEADS = new RegExp(
  `^(?:那么?|请问|想问一?下?|咨询一?下?|问一?下?|比如|比方说?|你说)?(?:${IF}|比方)(?!不是|没有?什么|可以|方便|[^,。;]{0,4}(?:能|可以)(?:申请|申报|补|拿|领|享受|办)|有)`,
  'u',
);
/** 实际在岗280人: back to what is. */
const REALLY = /实际上|其实|目前|现在|事实上|但我们|我们现在|真实/u;
/** 每天都要够300人吗: whether that is required. */
const REQUIRED =
  /(?:要|得|必须|需要?|须)(?:都|也|全)?(?:够|满|达到?|到|超过?|有|是|求|不低于|不少于)[^,。;!?]{0,12}(?:吗|么|才行|才可以|才能|吧)?$/u;
const ASKS = /吗$|么$|是不是|是否|非得|才行|才可以/u;

/** 你们文件说制造业、端午没停…给5万: what the document wants, until it is said of oneself. */
const DOCUMENT_SAYS =
  /(?<!按照?|根据|依据?|依照|符合|满足|[和与跟对])(?:文件|政策|通知|规定|条款|新闻|公众号|网上|手册)(?:里面?|上面?|中|是)?(?:说的?|写的?|讲的?|规定的?|要求的?)/u;
const OWN = /我们|我司|我厂|我公司|咱|本公司|本厂|本企业/u;

/** `leaning`: the text is judged at once, so that a supposition must not pass for a statement. */
export function clausesStatingNothing(clauses: readonly Clause[], leaning: boolean): ReadonlySet<Clause> {
  const left = new Set(clausesOfOthers(clauses));
  clauses.forEach((clause, index) => {
    if (!DOCUMENT_SAYS.test(clause.text)) return;
    for (const next of clauses.slice(index)) {
      if (next.sentence !== clause.sentence || (next !== clause && OWN.test(next.text))) break;
      left.add(next);
    }
  });
  if (!leaning) return left;
  clauses.forEach((clause, index) => {
    if (REQUIRED.test(clause.text) && (clause.question || ASKS.test(clause.text))) left.add(clause);
    if (isSupposedAtEnd(clause)) left.add(clause);
    if (!LEADS.test(clause.text)) return;
    for (const next of clauses.slice(index)) {
      if (next.sentence !== clause.sentence || (next !== clause && REALLY.test(next.text))) break;
      left.add(next);
    }
  });
  return left;
}
