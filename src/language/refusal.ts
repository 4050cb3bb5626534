/** 园区不给免 · 窗口说没接到文件 · 银行没听过: somebody in charge will not do it, or says that he does not know of it. */
import type { Clause, Utterance } from './utterance.ts';
import { isA } from './words-said.ts';

/** Will not, does not know, sends back. */
const REFUSES =
  /(?:不|没|未|没有)(?:给|肯|让|予|愿意?|能|想)?(?:我们?|咱们?)?(?:受理|办|批|免|减|退|认|承认|同意|盖章?|接收|收材料|执行|理我们?|兑现|补|管)(?!了没|没有|吗)|(?:没|没有|未|不曾)(?:听说|听过|收到|接到|见过|看到)(?:过)?|(?:说|讲|讲的是|答复)[^，。；!?]{0,6}(?:没有?(?:这|该|那)|不(?:知道|清楚|晓得|懂|归|符合|行)|没(?:这|听|收|接))|拒绝|卡着|打回|退回来|推给/u;
/** 房东, 园区, 银行, 物业: who has it in hand where no office does. */
const IN_CHARGE = /房东|业主|物业|园区|管委会|基地|银行|保险公司|承办|承保|窗口|大厅|平台/u;

/** True where an office or whoever has the grant in hand refuses; what the speaker did not get or hear himself is another thing. */
export function tellsOfRefusal({ clauses }: Utterance): boolean {
  return clauses.some((clause, place) => {
    const { text, words, question } = clause;
    if (question || !REFUSES.test(text) || ASKS.test(text)) return false;
    if (namesInCharge(clause)) return true;
    const before = clauses[place - 1];
    return before !== undefined && namesInCharge(before) && !words.some((word) => isA(word, 'self', 'me'));
  });
}
const ASKS = /[吗么]$|能不能|怎么|多少/u;

const namesInCharge = ({ text, words }: Clause): boolean =>
  IN_CHARGE.test(text) || words.some((word) => isA(word, 'office'));
