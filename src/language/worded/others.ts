/** Clauses that speak of somebody else: the firm next door, the parent company, the listener. */
import type { Fact } from '../../facts/index.ts';
import type { Clause } from '../utterance.ts';
import { isA, type Said } from '../words-said.ts';

/** Of somebody else: the firm next door, the customer. */
const OTHERS =
  /隔壁|别家|别人家|别的厂|别的公司|别的企业|人家|同行|朋友(?:的|那|厂|公司)|(?:客户|供应商|经销商|对方|甲方|房东)(?:那边|那里|那)?(?:是|有|的厂|公司|企业|工厂|自己)|听说有?(?:厂|公司|企业|家)|^(?:我们?|咱们?)?(?:服务|合作|供货|配套|代理|对接)的(?:一家|那家|这家|客户|企业|公司|厂)|^有一?家(?!厂|店)|^(?:全[市区省县国]|行业|同行业|园区)(?:工业|制造业|企业|的)*(?:平均|整体|总体|用电)|(?:[两三四几多]家(?:公司|企业|厂|单位))[^,。;!?]{0,6}(?:合|加起来|一共|总共)|(?:洽谈|打算|准备|想|计划|考虑|正在谈?)(?:着|去)?(?:收购|并购|兼并|接手|盘下)|^(?:它|他们|他家)(?:家|那边|们)?/u;
/** 听说大型企业有奖励: of the policy, in its own clause only. */
const HEARSAY =
  /(?:听说|据说|听人[说讲]|说是)[^,。;!?]{0,40}(?:有|能|给|可以)[^,。;!?]{0,4}(?:奖|补|钱|政策|拿|领)/u;
/** 母公司在岗2000人 is of another firm; 我们子公司, 我们是母公司 is one's own. */
const RELATED =
  /(?<!是|是一家|作为|独立的?)(?:母公司|总公司|集团(?:公司|总部|合并|口径|那边|是|属于|算|本部|整体|全部|一共|合计|花名册)|兄弟(?:厂|公司|企业|单位)|姊妹(?:厂|公司)|姐妹(?:厂|公司)|关联(?:公司|企业)|老东家|(?:下面|下属|旗下|名下|另一?家|另外一?家?)的?(?:那家|那个|一家|一个|几家)?(?:子公司|分公司|分厂|厂|公司)|子公司(?:那边|那里|在|有|每天|用电|签)|(?:老板|法人|股东)(?:另外|还有|的另))/u;
/** 要端午没停、在岗300人才给补吗: what the policy wants. */
const OF_POLICY = /才(?:给|能|可以|有|行|算|补|奖|够)[^,。;!?]{0,8}(?:吗|么|呢|吧|对吧|是吧)?$/u;
const WANTED = /要|得|必须|需要|是不是|是否/u;
/** 你这个破机器人: said to the listener. */
const TO_LISTENER = /^你们?(?:这个?|个|就?是|真是?)(?!说的)/u;
const OWN = /我们|我司|我厂|我公司|咱|本公司|本厂|本企业|本司|自己|自家|我这/u;

/** A word pattern that takes in the other firm's own name: 房东是国资公司. */
export const namesOthers = (word: string): boolean => /客户|供应商|经销商|对方|甲方|房东/u.test(word);

const isOfAnotherFirm = ({ text }: Clause): boolean =>
  OTHERS.test(text) || (RELATED.test(text) && !/我们子公司|我们集团/u.test(text));

/** 停产的不是我们: what the clause tells is denied of oneself, and told of somebody else. */
const NOT_US = /的(?:并|可|又)?不是(?:我们|我司|我厂|我公司|咱们?|本公司|本厂|自己)/u;

export const isOfOthers = (clause: Clause): boolean =>
  NOT_US.test(clause.text) ||
  clause.holder !== 'self' ||
  isOfAnotherFirm(clause) ||
  TO_LISTENER.test(clause.text) ||
  HEARSAY.test(clause.text);

/**
 * The clauses that speak of somebody else. Another firm's clause goes on until the sentence comes back to oneself
 * (母公司是大型企业，增长了50%，我们自己是小型), but only where it does come back: else what follows is one's own.
 */
export function clausesOfOthers(clauses: readonly Clause[]): ReadonlySet<Clause> {
  const others = new Set<Clause>();
  clauses.forEach((clause, index) => {
    if (OF_POLICY.test(clause.text) && (clause.question || /[吗么呢吧]$/u.test(clause.text))) {
      const from = clauses.findIndex(
        (c, i) => i <= index && c.sentence === clause.sentence && WANTED.test(c.text),
      );
      if (from < 0) others.add(clause);
      for (let i = from; i >= 0 && i <= index; i++) others.add(clauses[i]!);
    }
    if (!isOfOthers(clause)) return;
    others.add(clause);
    if (!isOfAnotherFirm(clause)) return;
    const back = clauses.findIndex(
      (c, i) => i > index && c.sentence === clause.sentence && OWN.test(c.text) && !isOfOthers(c),
    );
    for (let i = index + 1; i < back; i++) others.add(clauses[i]!);
  });
  return others;
}

/**
 * 客户一个月用电五万度: a partner that opens the clause is whose figure it is, unless it is of a thing that both have in hand (客户下的单
 * 5000万). `words`: those of the clause.
 */
export const isOfPartner = (fact: Fact, words: readonly Said[], at: number): boolean =>
  fact.entity === undefined &&
  words.some((word) => isA(word, 'partner') && word.end <= at) &&
  !words.some((word) => isA(word, 'self') && word.end <= at);
