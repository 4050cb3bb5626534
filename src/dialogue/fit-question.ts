/** Whether a message asks something: anything at all, if one qualifies, what one gets, what a word means. */

import { forLastTexts } from '../contract/index.ts';
import { alternativesIn, asksYesOrNo } from '../language/index.ts';
import { focusesOf } from '../retrieval/index.ts';

/** 够不够 · 我们符合吗 · 满足吗 · 有没有资格. */
export const ASKS_STANDING =
  /够不够|够(?:条件|格|资格)|符不符合|符合(?:条件|要求)?[吗么不]|满足[吗么不]|有没有资格|有资格|(?:拿|领|报|享受)不(?:到|了)|没戏|没我们?的?份|[还也](?:行不行|行吗|能行|可以吗|有戏)|我们[^，。？?]{0,10}(?:吗|么|多少|不)/u;
/** 能申请吗 · 可以拿多少 · 能不能领. */
const ASKS_WHETHER =
  /(?:能|可以|可不可以|能不能|能否|是否(?:能|可以)?)[^，。？?]{0,6}(?:拿|领|申请|申报|享受|报|补|奖|得|给)/u;
/** 拿多少 · 怎么算 · 测算. */
const ASKS_SUM = /(?:拿|领|补|奖|给)(?:到)?多少|怎么算|(?:哪一?|第几|几)(?:个)?档|测算|算算|算一下|^算$/u;

export function asksWhetherItFits(text: string): boolean {
  return [ASKS_STANDING, ASKS_WHETHER, ASKS_SUM].some((pattern) => pattern.test(text));
}

/** 签了大订单有奖励吗 · 端午没停工有补贴吗: asks what one's own deed brings. */
export const statesDeed = (text: string): boolean =>
  DEED.test(text.replace(/有(?:没有|无)(?<what>[^，。；？?]*)/u, '有$<what>吗'));
const DEED =
  /(?:没|了|着|过)[^，。；]{0,12}(?:有|给|算)[^，。；]{0,6}(?:补贴|补助|奖励|奖|补偿|扶持|支持|优惠|钱)[^，。；]{0,3}[吗么没?？]/u;

/** 报不报 · 给没给 · 符合不符合: a verb beside its own denial asks. */
const VERB_OR_NOT = /(?<verb>\p{Script=Han}{1,2})(?:不|没有?)\k<verb>/u;

/** 那个是给钱的吧 · 各拿一份可以吧 · 有奖励吧: wants to hear that it is so; 有350人吧 tells. */
const TAGGED =
  /(?:(?<=[^，。,;\s])(?:可以|能行|没问题|是这样|没了|没有了|作废了?|过期了?|[对行是])|[能会给有算要](?![^，。,;]{0,6}[\d一二两三四五六七八九十百千万亿几])[^，。,;？?]{1,8}|(?:[这那]|文件|政策)[^，。,;？?]{0,16}的)吧(?=[，。,;\s？?！!]|$)/u;

/** The message asks for something: what one gets, whether one can. */
export const asks = forLastTexts(
  4,
  (text) =>
    VERB_OR_NOT.test(text) ||
    asksYesOrNo(text) ||
    TAGGED.test(text) ||
    alternativesIn(text) !== null ||
    /[?？吗么]|(?<!(?:才|还|正|没)[^，。]{0,8})[呢咧](?=$|[，,\s])|[算行]不[算行]|(?:能|可以|给|有|算|要|会)[^，。？！]{0,8}不[。！\s]*$|多少|几|能不能|可不可以|有没有|有无|能否|是否|怎么|咋|什么|啥|哪|谁|补贴|奖励|补助|能(?:拿|领|申|享|报|补|奖)|够不够|符合|条件|政策|查(?:一?下|查|询)|看看|看一下|说说|讲讲|介绍|咨询/u.test(
      text,
    ) ||
    focusesOf(text).length > 0,
);

/** 落地实施怎么认定 · 文件里说的连续生产: asks what the words of a document mean. */
export const ASKS_MEANING =
  /(?:怎么|如何|怎样|咋)(?:才)?(?:认定|界定|判断|判定|理解|解释|定义|核定|看出)|什么意思|指的?(?:是)?(?:什么|哪|啥)|(?:里|中|上)(?:面)?(?:说|写|讲|提到?)的|所谓/u;

/** 为什么不行 · 差多少 · 为啥是50万: asks for the reasons. */
export const ASKS_WHY = /为什么|为啥|凭什么|怎么(?:不|就)|哪里不|差(?:多少|在哪|哪|什么)|还差|缺(?:什么|哪)/u;
