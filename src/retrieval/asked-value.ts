/** What kind of value a question asks for (an amount, a share, a span of time, a day …), and how one is written in a document. */

interface ValueKind {
  asked: RegExp;
  written: RegExp;
}

/** A question may ask for several kinds: 补几成，最高多少钱. */
const KINDS: readonly ValueKind[] = [
  // 多少钱 · 奖几万 · 补几多 → 10万元 · 二十万元 · 免收
  {
    asked:
      /多少(?:钱|元|万|块|奖|补|补贴|补助|奖励|资金|额度)|几(?:万|多钱|块|百|千)|(?:补|奖|给|领|拿|贷|借|报|返|减|补贴|奖励|补助)(?:了|到|得)?(?:多少|几多)|额度|金额|封顶|奖金/u,
    written:
      /\d\s*(?:万|亿|千|百)?\s*(?:余|多)?\s*(?:美|港|欧)?元|[一二三四五六七八九十百千]+(?:万|亿)?元|免收|免费|免征|减半|全免/u,
  },
  // 几成 · 百分之几 · 几个点 · 便宜多少 → 30% · 5折 · 一半
  {
    asked:
      /几成|百分之几|几个点|多少个?点|比例|费率|利率|几折|(?:便宜|优惠|减|减免|少收|少交|降)(?:了)?多少|多大比例/u,
    written: /\d\s*(?:%|％|‰|折|个百分点|倍)|百分之|减半|一半|免收|免费|免征|全免/u,
  },
  // 几年 · 多久 · 几天 · 期限 → 3年 · 5个工作日
  {
    asked: /几年|几个月|几天|几日|多久|多长时间|多少(?:天|年|个月|日)|期限|时限|期多长|多长/u,
    written:
      /(?:\d|[一二两三四五六七八九十])\s*(?:个?工作日|日内|天|个月)|(?:(?<!\d{3})\d|[一二两三四五六七八九十])\s*年(?!\s*\d+\s*月|度)/u,
  },
  // 几号 · 什么时候 · 最晚 → 2026年1月10日 · 3月底 · 每月25日前
  {
    asked: /几号|几月|哪天|哪一天|什么时候|啥时候?|何时|几时|最晚|最迟|截止|什么日期|哪年|多会儿/u,
    written:
      /\d\s*月\s*(?:\d|底|初|上旬|中旬|下旬)|\d\s*日(?:前|之?前|止|起|至|以?前)|年\s*底|季度|月底|之日起/u,
  },
  // 几个人 · 多少名 → 不少于5人 · 四十人
  {
    asked: /几个人|多少[^，。？?]{0,4}(?:人|名)|几人|几名|人数/u,
    written: /(?:\d|[一二三四五六七八九十百])\s*(?:人|名|位)/u,
  },
  // 几份 → 一式3份
  { asked: /几份|多少份|几套/u, written: /(?:\d|[一二两三四五六七八九十])\s*(?:份|套)/u },
  // 多大 · 面积多少 → 30平方米 · 20亩
  {
    asked: /多大(?!比例)|面积|多少平|几平|几亩/u,
    written: /(?:\d|[一二三四五六七八九十百千])\s*(?:平方米|平米|㎡|亩|公顷)|面积/u,
  },
  // 几次 · 几届 · 几批 → 最多一次 · 两届
  {
    asked: /几次|几回|几届|几批|几场|多少次|两次|重复|都能|一起(?:领|拿|报|享受)|同时/u,
    written: /(?:\d|[一二两三四五六七八九十])\s*(?:次|届|批|场)|一次性|重复|就高|择高|同时/u,
  },
  // 哪个部门 · 归谁管 · 找哪个科 · 电话 → 由…负责 · 咨询电话
  {
    asked:
      /(?:哪|什么|啥)(?:个|家|些)?(?:部门|单位|局|委|办|科|机构)|谁(?:管|负责|牵头|主管|解释)|归谁|找谁|联系/u,
    written: /负责|主管|牵头|解释|联系|咨询|受理|承担|管理/u,
  },
  { asked: /电话|热线|号码|联系方式/u, written: /\d{5,}|热线/u },
  // 哪里申请 · 网上能办吗 → 登录…平台 · 受理窗口
  {
    asked:
      /(?:在|到|去|从|上)?(?:哪里|哪儿|哪)(?:可以|能)?(?:申请|申报|办|报|查|交|领|提交|看|弄)|网上|手机上|网址|入口|平台上|什么平台|怎么(?:申请|申报|报名)/u,
    written: /平台|网上|网站|网址|系统|小程序|窗口|登录|公众号|https?:|www\.|线上/u,
  },
  // 要什么材料 · 交啥 → 申请表 · 身份证复印件
  {
    asked: /材料|资料|证件|手续|(?:带|交|准备|提交|提供)(?:些)?(?:什么|啥|哪些)/u,
    written: /材料|申请表|复印件|身份证|证明|申请书|报告|合同|发票|执照/u,
  },
  // 什么条件 · 能不能报 · 够不够格 → 应当 · 须 · 以上
  {
    asked: /条件|要求|资格|门槛|什么(?:样的?)?(?:企业|公司|人)|哪些(?:企业|公司|人)|谁(?:能|可以)|符合/u,
    written: /条件|符合|应当|须|不低于|不少于|以上|具有|具备|对象|适用/u,
  },
];

/** How the asked values may be written; none: the question names no kind of value. */
export const writtenAs = (question: string): readonly RegExp[] =>
  KINDS.filter(({ asked }) => asked.test(question)).map(({ written }) => written);

/**
 * Which share of the asked kinds of values a measure states, from 0 to 1. The title of an entry in a list of questions and answers asks itself:
 * it has to ask for the same.
 */
export function statedShare(question: string, title: string, text: string): number {
  const kinds = KINDS.filter(({ asked }) => asked.test(question));
  if (kinds.length === 0) return 1;
  const titleAsks = /[?？]|吗|什么|哪|多少|如何|怎么|多长/u.test(title);
  const has = kinds.filter(({ asked, written }) =>
    (titleAsks ? asked : written).test(titleAsks ? title : text),
  );
  return has.length / kinds.length;
}
