/** A question for a detail of a rule: whether something counts, what a word means, where something can be looked up. */

import { asksYesOrNo } from './yes-no-question.ts';

export type Detail =
  /** 实习生算人数吗 · 收了定金算不算落地实施. `as`: the word of the rule, null where none was said. */
  | { kind: 'counts'; what: string; as: string | null }
  /** 大型是按什么标准定的 · 落地实施怎么认定. */
  | { kind: 'means'; what: string }
  /** 推广目录上哪儿查. */
  | { kind: 'where'; what: string }
  /** 环评没下来能先动工吗 · 能不能先施工后补. */
  | { kind: 'beforehand'; what: string }
  /** 要不要抵押 · 需要担保吗. */
  | { kind: 'needed'; what: string }
  /** 那个米粉节几号: the day of a thing, and not of the grant. */
  | { kind: 'when'; what: string }
  /** 一般批多久 · 钱什么时候下来. */
  | { kind: 'payout' }
  /** 减几个月 · 能贷几年 · 年息几个点: a figure of a kind. */
  | { kind: 'figure'; of: 'time' | 'rate' | 'count' }
  /** 钱从哪里出 · 谁来掏. */
  | { kind: 'source' }
  /** 从哪个月开始减. */
  | { kind: 'starts' }
  /** 那是强制的吗 · 只是鼓励不是必须 · 我们也得照做？ */
  | { kind: 'force' };

/** 算不算 · 能算进 · 包括…吗: asked, not told. */
const COUNTS =
  /^(?<what>[^，。；？！,;?!]{1,18}?)(?:能不能|可不可以|是不是|可以|应该|能|要|也|都|还)*(?:算不算|算不算在|属不属于|包不包括|算作|算是|算到|算进去?|算在|算入|计入|属于|包括在|算)(?<as>[^，。；？！,;?!吗么呢]{0,12}?)(?:里面?|内|之内|中|头上|里头)?(?<ask>吗|么|不|嘛|呢)?$/u;
/** 300人包不包括临时工 · 投资额含不含税: the word of the rule stands first. */
const INCLUDES =
  /^(?<as>[^，。；？！,;?!]{1,12}?)(?:里面?|中)?(?:是不是|要不要|能不能|也)?(?:包不包括|含不含|包不包含|包括|包含|含)(?!在)(?<what>[^，。；？！,;?!吗么]{1,12}?)(?<ask>吗|么|不|嘛)?$/u;
const ASKED_TWICE = /算不算|属不属于|包不包括|包不包含|含不含|能不能|可不可以|可否|准不准|是不是|要不要/u;
/** 怎么算, 多少算, 哪些算: not whether. */
const NOT_WHETHER = /(?:怎么|如何|咋|怎样|多少|几|什么|啥|哪些?|谁|打|帮我?|给我|测|重新|再|我们?|咱们?)$/u;

/** 认定, 界定, 算: how it is told whether something is so. */
const MEANS: readonly RegExp[] = [
  /^(?<what>[^，。；？！,;?!]{2,14}?)(?:是|到底|究竟|具体|该|应该|要)*(?:怎么|如何|咋|怎样)(?:才)?(?:认定|界定|判定|判断|定义|统计|核定|衡量|算)(?:的|出来的|呢|啊)*$/u,
  /^(?<what>[^，。；？！,;?!]{2,14}?)(?:是|到底)*(?:按|以|看)(?:什么|啥|哪个|哪种|哪里的?)(?:标准|口径|办法|方法|规定|依据)?(?:来)?(?:认定|界定|定|算|划分?|分|统计|判断|为准)(?:的|呢)*$/u,
  /^(?<what>[^，。；？！,;?!]{2,14}?)的?(?:标准|口径|定义|范围|含义|意思)(?:是)?(?:什么|啥|怎样|哪些)(?:呢|啊)*$/u,
  /^(?<what>[^，。；？！,;?!]{2,14}?)(?:是|具体)*(?:(?:指|说)的?(?:是)?(?:什么|啥|哪些?)|(?:什么|啥)意思)(?:呢|啊)*$/u,
  /^(?:那|到底|究竟)*(?:什么样|怎样|怎么|什么|啥样?|如何)(?:的)?(?:才)?(?:叫|算|是|属于)(?:作|是|得上)?(?<what>[^，。；？！,;?!吗]{2,12}?)(?:呢|啊)*$/u,
];
const WHERE =
  /^(?<what>[^，。；？！,;?!]{2,16}?)(?:要|能|该|可以)*(?:上|去|到|在|从|往)?(?:哪儿|哪里|哪个(?:网站|平台|系统|部门)|什么(?:地方|网站|平台))(?:能|可以|去|上)*(?:查|看|找|公布|公示|公开|了解|搜)(?:到|询|看)?(?:呢|啊|的)*$/u;

/** 要不要抵押 · 需要担保吗 · 用不用盖章. */
const NEEDED =
  /^(?:[^，。；？！,;?!我咱你\d]{0,5}?)(?:还|是不是)?(?:(?<twice>要不要|需不需要|用不用|须不须)|需要|必须|得|要)(?:有|先|自己)?(?<what>[^，。；？！,;?!\d几多什啥哪谁怎求]{2,8}?)(?<ask>吗|么|不|嘛)?$/u;

/** 能先动工吗 · 可不可以先报后补. */
const BEFOREHAND =
  /^(?<what>[^，。；？！,;?!]{0,16}?(?:能不能|可不可以|可以|能|行不行|准不准|可否)(?:不能)?先[^，。；？！,;?!吗么]{1,12}?)(?<ask>吗|么|不|嘛)?$/u;

/** 米粉节几号 · 展会在哪天办. */
const WHEN =
  /^(?<what>\p{Script=Han}{2,8}?)(?:是|在|定在|到底|都)*(?:几号|哪一?天|几月几?号?|什么时候|啥时候?|何时)(?:办|开|举办|举行|开始|搞)?(?:呢|啊|的)*$/u;
const POINTS_AT = /^[那这]个?/u;
/** When, or how long. */
const TIME = /什么时候|啥时候?|多久|几时|多长时间|哪天|几天|几个工作日|何时/u;
/** What an office does between the application and the money. */
const PAYS =
  /到[账帐位]|到手|打款|打钱|打过来|打到|发放|发钱|放款|拨付|拨款|拨下来|兑付|兑现|批复|批下来|批准|审批|审核|批(?![发量次])|下来|给钱|付钱|结算|发下来|发(?=$|呢|到)/u;

/** 钱多久能到 · 什么时候能拿到钱. */
const COMES = new RegExp(
  `(?:钱|款|资金|补[贴助]|奖励?金?)[^，。]{0,6}(?:${TIME.source})[^，。]{0,3}到|(?:${TIME.source})[^，。]{0,4}(?:拿|领)到`,
  'u',
);

/** 几个月 · 多少年 · 多久: of what is granted, and not of the last day. */
const HOW_LONG = /(?:几|多少)个?(?:月|年|季度|天|期)(?!前|后|底|份|初|产)|多久|多长时间/u;
const OF_APPLYING =
  /还有|还剩|剩|离|距|截止|申报|申请|报名|提前|有效|过期|什么时候|以前|成立|注册|第几|去年|今年|哪年/u;
/** 一年评几次 · 有多少名额. */
const HOW_MANY = /(?:几|多少)(?:次|回|批|个?名额|家企业|家)(?!人)/u;
/** Who pays for it. */
const FROM_WHERE =
  /(?:钱|资金|经费|款|差额|这部分)[^，。；？！,;?!]{0,6}(?:从哪|哪里?来|哪儿来|谁(?:来)?(?:出|掏|付|承担|负担|给)|哪个(?:账户|科目|部门)出)/u;
/** From when on it is granted. */
const STARTS =
  /从?(?:哪(?:个)?(?:月|天|年|时)|几月份?|几号|什么时候|何时|啥时候?)[^，。；？！,;?!]{0,4}(?:开始(?!申|报)|算?起(?:算|$|减|补|给|执行)|施行|生效)/u;
/** Whether one has to: 强制, 硬性, 只是鼓励. */
const FORCE =
  /强制|硬性|违规|违法|犯法|有没有约束|约束力|(?:是不是|算不算|只是|仅仅是|不是|并非)[^，。；？！,;?!]{0,4}(?:必须|鼓励|倡导|建议|规定)(?:的|要做的)?(?:吗|么)?$|(?:是|算)?(?:必须|一定[得要]|非要|非得)[^，。,;？?]{1,10}(?:吗|么|[?？]|$)|[得要](?:照(?:着)?[做办]|遵守|执行)|不照[做办着]|不(?:做|执行|遵守)(?:会|要|行)/u;
/** 年息几个点 · 利率多少 · 贴息几成. */
const AT_WHICH_RATE =
  /(?:息|率|比例|担保费|手续费)[^，。；？！,;?!]{0,4}(?:几|多少|多高|高不高|低多少)|(?:几|多少)个?(?:百分)?点|几成|几折|几厘/u;

/** Null where no detail of that kind is asked for. `text`: one question, without marks at its end. */
export function detailIn(text: string): Detail | null {
  const plain = text.replace(LEAD, '').trim();
  if ((plain.length <= LONGEST_PAYOUT && TIME.test(plain) && PAYS.test(plain)) || COMES.test(plain))
    return { kind: 'payout' };
  // 拖几个月再交可不可以: what wants a yes or no asks for no figure; 几 is some.
  if (!asksYesOrNo(plain)) {
    if (HOW_LONG.test(plain) && !OF_APPLYING.test(text)) return { kind: 'figure', of: 'time' };
    if (AT_WHICH_RATE.test(plain)) return { kind: 'figure', of: 'rate' };
    if (HOW_MANY.test(plain)) return { kind: 'figure', of: 'count' };
  }
  if (FROM_WHERE.test(plain)) return { kind: 'source' };
  if (STARTS.test(plain)) return { kind: 'starts' };
  if (FORCE.test(plain)) return { kind: 'force' };
  const where = WHERE.exec(plain)?.groups?.what;
  if (where) return { kind: 'where', what: where };
  for (const pattern of MEANS) {
    const what = pattern.exec(plain)?.groups?.what;
    if (what) return { kind: 'means', what: what.replace(OF, '') };
  }
  const when = WHEN.exec(plain)?.groups?.what;
  if (when) return { kind: 'when', what: when.replace(POINTS_AT, '') };
  const beforehand = BEFOREHAND.exec(plain)?.groups;
  if (beforehand && (beforehand.ask || ASKED_TWICE.test(plain)))
    return { kind: 'beforehand', what: beforehand.what! };
  const needed = NEEDED.exec(plain)?.groups;
  if (needed && (needed.twice || needed.ask)) return { kind: 'needed', what: needed.what! };
  const counts = (INCLUDES.exec(plain) ?? COUNTS.exec(plain))?.groups;
  if (!counts || NOT_WHETHER.test(counts.what!)) return null;
  if (!counts.ask && !ASKED_TWICE.test(plain)) return null;
  const as = (counts.as ?? '').replace(/^(?:是|到|入|进去?|作|在(?![岗职册建线库校编场]))+/u, '');
  return { kind: 'counts', what: counts.what!.replace(OF, ''), as: as === '' ? null : as };
}
const LEAD = /^(?:那么?(?![个些家条])|请问|想问一?下|问一?下|还有|另外|对了|就是|这个?(?![些家条月]))+/u;
const OF = /(?:的|是|到底|具体){1,4}$/u;
const LONGEST_PAYOUT = 16;
