/** What may be asked of any grant beside its sum: how it is asked for, and in which form a sentence of a document states it. */

import { type Detail, detailIn } from '../../language/index.ts';

export type AspectName =
  | 'payout'
  | 'instalments'
  | 'recurrence'
  | 'overlap'
  | 'start'
  | 'duration'
  | 'most'
  | 'together'
  | 'certainty'
  | 'later'
  | 'reckoning';

export interface Aspect {
  name: AspectName;
  /** Null where the language hears it among the details of a rule. */
  asked: RegExp | null;
  /** The form in which a sentence states it. */
  says: RegExp;
}

/** How far a clause binds: 不得 · 应当 · 鼓励. */
const MODAL = /不得|严禁|必须|应当|一律|鼓励|引导|支持|可以|可享受|原则上|力争|优先|给予/u;

/** In the order in which a question is taken for them. */
const ASPECTS: readonly Aspect[] = [
  // 钱多久能到 · 审核要几天 → 受理之日起20个工作日内完成审核 · 10月底前拨付
  {
    name: 'payout',
    asked: null,
    says: /(?:审核|审批|公示|拨付|发放|兑付|兑现|支付|办结|拨款)[^。；]{0,20}(?:工作日|\d+[日天]|月底?前?|季度)|(?:工作日|\d+[日天](?:内|前)?|月底?前?)[^。；]{0,16}(?:审核|审批|公示|拨付|发放|兑付|兑现|支付|办结|拨款)|(?:公示|审核)[^。；]{0,8}后[^。；]{0,6}(?:拨付|发放|兑付)/u,
  },
  // 一次给还是分几次 → 一次性 · 分期 · 按年度
  {
    name: 'instalments',
    asked:
      /(?:一次|一笔)性?(?:给|发|付|打|拨|到位|付清|给清|发完)|分(?:几|多少)?[次期批年](?:给|发|付|打|拨)?/u,
    says: /一次性|分[期批年次]|分阶段|按[月季年]|逐[月季年]|每[月季年]/u,
  },
  // 能和省里的一起拿吗 → 不重复享受 · 就高
  {
    name: 'overlap',
    asked:
      /叠加|兼得|冲突|冲不冲|重复(?:享受|拿|领|申|报|补)|(?:一起|同时|一块)[^，。？]{0,4}(?:享受|拿|领|申|报|得)|(?:拿|领|享受|报|得|补)过[^，。？]{0,8}(?:还|再)/u,
    says: /(?:不(?:得|再|能|予)?|可(?:以)?|允许)(?:重复|叠加|同时|兼得)[^。；]{0,4}|就高|从高|择(?:高|优)|只(?:能|可)(?:选择|享受|申报)/u,
  },
  // 明年还有吗 · 以后还办不办 → nothing states it but how long the document holds
  {
    name: 'later',
    asked: /(?:明年|后年|以后|今后|将来|下次|下一?年)[^，。？]{0,5}(?:有|搞|出|办|发|继续|延续|延长)/u,
    says: /(?!)/u,
  },
  // 每年都有吗 · 能领几次 · 一家只能一次？ → 一次性 · 每年 · 同一企业不超过4个
  {
    name: 'recurrence',
    asked:
      /(?:年年|每个?[年月季]度?)(?:都)?(?:有|能|可以|给|报|领|发|算|补|奖)|(?:领|拿|报|享受|申请|申报|给|补|奖|发)(?:个)?(?:几|多少)(?:次|回|年|个)|(?:只|就)(?:有|能|给|是)?[^，。？]{0,4}(?:一|这)(?:次|回)|(?:还是|是)(?:不是)?(?:就)?(?:一次|一次性|每年)|明年[^，。？]{0,3}(?:还能|能|再)|(?:还|再)能?(?:报|领|拿|用|有)[^，。？]{0,3}(?:一次|一回)|(?:几|多少)个(?:项目|展会|产品|证书)/u,
    says: /^(?!.*(?:重复享受|就高|从高)).*(?:一次性|每(?:年|个?年度)|同一(?:企业|单位|项目|类|家)|首次|年度|连续\d+年|逐年|只能|结转)/su,
  },
  // 从几月开始算 → 从2026年4月起执行
  {
    name: 'start',
    asked: null,
    says: /起(?:施行|执行|实施|算|计算|生效|$)|自[^。；，]{2,14}(?:起|施行)|从[^。；，]{2,14}(?:起|开始)|\d+月(?:\d+日)?(?:至|—|-)/u,
  },
  // 最多贴多久 · 减几个月 → 期限不超过12个月 · 免收3个月
  {
    name: 'duration',
    asked: null,
    says: /期限[^。；]{0,8}\d+|(?<!\d)\d{1,2}\s*个月|[一二三四五六七八九十两]+个月|(?<![\d月])\d{1,3}\s*(?:天|个工作日)|(?<!\d)\d{1,2}\s*年(?!\d|度|内新|\s*\d+\s*月)|[一二三四五六七八九十两]年(?:期|内)?/u,
  },
  // 封顶吗 · 一年最多几个人; the most money is worked out elsewhere → 最高20万元 · 不超过5人
  {
    name: 'most',
    asked:
      /(?:封顶|上限|顶格|限额)(?:了)?(?:[吗么没不]|是不是)|有(?:没有|无)?[^，。？]{0,2}(?:封顶|上限|限额)|最[多高大][^，。？]{0,6}(?:几|多少)个?(?![钱元万块千百亿])\p{Script=Han}/u,
    says: /最[高多]|不(?:得)?(?:超过|高于|多于|突破)|封顶|上限|以内/u,
  },
  // 怎么算 · 按什么基数 → 按…的8%给予 · 以发票金额计算
  {
    name: 'reckoning',
    asked:
      /^(?:那么?|这个?|它|具体|到底|钱|补[贴助]|奖励|是)*(?:怎么|如何|咋|怎样|按什么|按啥|以什么)个?(?:计算|核算|核定|算)(?:法|的|呢|出来的)*[?？]?$|算法|计算(?:方法|方式|公式)|基数|口径/u,
    says: /按[^。；，]{0,24}(?:\d|计算|比例|标准|核定|全额)|以[^。；，]{1,16}(?:计算|为准|为基数|核定)|计入/u,
  },
  // 分两次买的加起来算吗 → 累计 · 合计
  {
    name: 'together',
    asked: /(?:加|合|拼|凑)(?:在一起|起来|一起)|累计|合计|合并(?:算|计算|报)|分(?:开)?[两几二三\d][次笔批]/u,
    says: /累计|合计|合并|总和|之和/u,
  },
  // 一定会给吗 · 肯定能批吗 → 鼓励 · 支持 · 应当
  {
    name: 'certainty',
    asked:
      /(?:一定|肯定|必然|百分(?:之)?百|保证|包)(?:就|都|得|要)*(?:会|能|可以|给|批|过|拿|免|减|补|赔|奖|返|有)/u,
    says: MODAL,
  },
];

/** Null where none of them is asked for. */
export const aspectIn = (question: string): Aspect | null =>
  ASPECTS.find(({ asked }) => asked?.test(question)) ?? ofDetail(detailIn(withoutMarks(question)));

const withoutMarks = (question: string): string => question.replace(/[?？。！!\s]+$/u, '');

function ofDetail(detail: Detail | null): Aspect | null {
  if (detail?.kind === 'payout') return aspectNamed('payout');
  if (detail?.kind === 'starts') return aspectNamed('start');
  return detail?.kind === 'figure' && detail.of === 'time' ? aspectNamed('duration') : null;
}

export const aspectNamed = (name: AspectName): Aspect => ASPECTS.find((one) => one.name === name)!;

/** The word by which a sentence says how far it binds. */
export const modalOf = (sentence: string): string | null => MODAL.exec(sentence)?.[0] ?? null;
