/** What each figure of a limb is there for. One function a kind of figure; each is a short list of rules, the first that fits decides. */
import { GRANT, LIMITS_ONE } from './cues.ts';
import { type Mention, mentionsIn } from './figures-of.ts';
import { isFullShare, isMatching } from './full-shares.ts';
import {
  both,
  either,
  givenAs,
  hasPrefix,
  isBetween,
  isExact,
  isGranted,
  isLeast,
  isMost,
  not,
  standsBefore,
  standsBehind,
} from './mention-tests.ts';

export type Role =
  | 'amount'
  | 'rate'
  /** The most that is given. */
  | 'cap'
  /** The least that is given. */
  | 'floor'
  | 'threshold'
  /** Of how many things one who gets it is paid at most. */
  | 'most'
  /** 每增加5000万元 */
  | 'step'
  /** What all share. */
  | 'pool'
  /** A part of a sum that is paid out at a time: no amount of its own. */
  | 'part'
  /** What is still charged after a cut: 按80%收取. */
  | 'kept'
  /** A limit on what is borrowed, or its price: not given. */
  | 'loan'
  /** How many are chosen, how many there are. */
  | 'count'
  | 'date'
  | 'period'
  /** A number that names or describes: 5000件专利, 前3批, a mark in a list. */
  | 'standing'
  | 'unknown';

export interface Marked extends Mention {
  role: Role;
}

/** Every figure of the text with its role, in order. */
export function markRoles(text: string, ref: string | null): Marked[] {
  return mentionsIn(text, ref).map((mention) => ({ ...mention, role: roleOf(mention) }));
}

function roleOf(mention: Mention): Role {
  const rules = RULES[mention.figure.kind] ?? [];
  return (
    rules.find(([, fits]) => fits(mention))?.[0] ??
    (mention.figure.kind.startsWith('date') ? 'date' : 'unknown')
  );
}

type Rule = readonly [Role, (mention: Mention) => boolean];

/** 每增加5000万元 · 每新增1000平方米 */
const STEP = /每(?:增加|增长|新增|超过?|提高|上升|多|满|完成)[^，、]{0,12}$/u;
/** 营业收入达到 · 首次突破 · 累计满 */
const REACHES = /(?:达到?|超过?|突破|满|完成|实现|不足|不到|至|到|为|在|高于|大于|低于|小于|逾)$/u;
/** 安排专项资金 · 总规模 · 奖励资金总额: what all share. */
const POOLED =
  /(?:资金池|总规模|基金规模|(?:安排|设立|统筹|筹集|筹措|下达|投入|新增)(?:[^，对]{0,10}(?:资金|基金|经费|财政))?|总奖励金额|资金总额|奖励总额|资金总量|年度总额|预算(?:总额)?)[^，对每单同]{0,6}$/u;
const POOLED_BEHIND =
  /^(?:的)?[^，。]{0,8}(?:专项资金|专项债|引导基金|基金|引导资金|资金池|(?:资金|基金|总)规模)/u;
/** 贷款额度最高 · 授信: what is lent. */
const LENT =
  /(?:贷款|授信|信贷|担保|保额|保险金额|借款|融资)(?:的)?(?:最高|申请)?(?:额度|金额|总额|余额)?(?:为|达|上限)?(?:可达|提高到|提高至|放宽至|放宽到)?(?:个人|小微企业|创业担保贷款)?$/u;
const LENT_BEHIND = /^(?:的)?[^，。]{0,8}(?:贷款|授信|担保贷款|信用贷|信贷)(?!贴息|利息|风险)/u;
/** 分期拨付: part of a sum. */
const PAID_OUT = /(?:拨付|兑现|兑付|预拨|预付|分期[^，]{0,4}(?:支付|发放))[^，]{0,14}$/u;
const PAID_OUT_BEHIND = /^(?:的)?[^，。]{0,10}(?:拨付|兑付|兑现|分期|首期|启动)/u;
/** 罚款, 注册资本 … are spoken of, not given. */
const PER_BEHIND = /^[／/][\p{Script=Han}㎡\w]/u;
const STANDARD =
  /(?:标准|额度|金额|限额|资金|补助|补贴|奖励|资助)(?:标准|额度|金额)?(?:分别|各|均)?(?:为|是|按|：|:)[^，]{0,24}$/u;
const PER = /(?:每|单)[\p{Script=Han}（）()A-Z·]{1,14}$/u;

const MONEY: readonly Rule[] = [
  ['step', standsBefore(STEP)],
  // 以每户每年14400元为限额
  ['cap', ({ figure }) => /(?:为限|封顶|为上限)$/u.test(figure.text)],
  // 贷款额度500万元以内的小微企业: a bound on who, not what is lent.
  [
    'threshold',
    both(isMost, not(hasPrefix), not(isGranted), standsBehind(/^的(?!贷款|授信|资金|奖|补|支持|资助)/u)),
  ],
  ['loan', both(either(standsBefore(LENT), standsBehind(LENT_BEHIND)), not(givenAs))],
  [
    'pool',
    both(
      either(standsBefore(POOLED), standsBehind(POOLED_BEHIND)),
      not(standsBefore(/每[家户个件]|单[个家户]|同一|给予|予以|最高/u)),
    ),
  ],
  [
    'threshold',
    both(isBetween, not(givenAs), not(standsBefore(/(?:给予|奖励|补助|补贴|资助|标准为?|按)[^，]{0,8}$/u))),
  ],
  ['threshold', both(isLeast, not(hasPrefix))],
  [
    'floor',
    both(
      isLeast,
      either(isGranted, givenAs, standsBefore(/(?:额度|标准|金额)[^，]{0,6}$/u)),
      not(standsBehind(/^的(?!资金|奖|补|资助|支持|一次)/u)),
    ),
  ],
  ['threshold', isLeast],
  ['threshold', both(isMost, not(hasPrefix), not(givenAs), not(isGranted))],
  ['threshold', both(isMost, not(hasPrefix), standsBehind(/^(?:的|且|并|或)(?!奖|补|资金|资助|支持|一次)/u))],
  [
    'threshold',
    both(
      isMost,
      not(isGranted),
      standsBehind(/^(?:[／/]\p{Script=Han}{1,4})?的(?!一次|资金|奖|补|资助|支持|财政|贴|建设|经费)/u),
    ),
  ],
  ['cap', isMost],
  ['amount', both(isBetween, either(isGranted, givenAs))],
  [
    'threshold',
    both(
      standsBefore(REACHES),
      standsBehind(/^(?:[（(]|的|且|并|及|或|$|，)/u),
      not(givenAs),
      not(
        standsBefore(
          /(?:标准|额度|金额|补助|奖励|补贴|资助)(?:标准|额度|金额)?(?:均|各|分别)?(?:为|至|到|达)$/u,
        ),
      ),
    ),
  ],
  [
    'cap',
    standsBefore(
      /(?:最高|最多|上限|封顶|限额|以内|总额不超|最大|顶格)(?:可|为|是|给予|奖励|补助|补贴|资助|支持|额度|金额|限额|不超过|可达|达|奖|补){0,3}$/u,
    ),
  ],
  ['cap', both(isExact, standsBehind(/^(?:封顶|为限|为上限|以内|限额)/u))],
  ['amount', givenAs],
  [
    'amount',
    both(
      isGranted,
      not(
        standsBehind(
          /^(?:的|以上|的项目|的企业)(?!奖|补|资金|资助|支持|标准|额度|一次|经费|贴息|定额|扶持)/u,
        ),
      ),
    ),
  ],
  ['amount', standsBehind(PER_BEHIND)],
  ['amount', standsBefore(STANDARD)],
  [
    'amount',
    both(
      standsBefore(/(?:再|另|追加|按|各|分别|[增叠]加)[^，]{0,10}$/u),
      not(standsBehind(/^的(?!标准|额度)/u)),
    ),
  ],
  ['amount', standsBefore(PER)],
  ['threshold', standsBefore(REACHES)],
  ['threshold', standsBehind(/^(?:的|且|以上)/u)],
];

const PERCENT: readonly Rule[] = [
  ['rate', ({ figure }) => isFullShare(figure.text) || isMatching(figure.text)],
  // 补助比例提高5个百分点
  [
    'rate',
    both(
      ({ figure }) => figure.kind === 'percent' && figure.unit === 'point',
      standsBefore(/(?:比例|标准|额度|幅度|补助|补贴|奖励|资助)?[^，]{0,6}(?:上浮|提高|增加|上调|加)$/u),
      not(standsBefore(/利率|费率|增速|增长|占比|毛利/u)),
    ),
  ],
  [
    'part',
    either(
      standsBefore(PAID_OUT),
      standsBehind(PAID_OUT_BEHIND),
      standsBefore(/(?:资助|补助|奖励|奖补|补贴|支持)(?:资金|金额|经费)?(?:总额|总金额)的?$/u),
    ),
  ],
  [
    'standing',
    standsBefore(
      /(?:股本|股份|股权|利率|占股|持股|费率(?!标准))(?:比例|总额)?(?:不超过|不高于|为|上浮|上限)?(?:[^，]{0,6}的)?$/u,
    ),
  ],
  ['standing', both(standsBefore(/(?:利率|浮动|上浮)/u), not(isGranted))],
  ['rate', both(isLeast, hasPrefix, either(givenAs, standsBehind(/^的?(?:比例|标准|给予|予以)/u)))],
  ['threshold', both(isLeast, not(givenAs))],
  [
    'threshold',
    both(isBetween, not(isGranted), not(givenAs), not(standsBehind(/^的?(?:比例|标准|给予|予以)/u))),
  ],
  [
    'threshold',
    standsBefore(
      /(?:增长|增速|增幅|同比|占比|比例达|比重|达标率|覆盖率|合格率|使用率|出租率|占[^，]{1,16}(?:的|比例?|比重)?)(?:达到?|为|超过?|超|突破|不低于)?$/u,
    ),
  ],
  [
    'threshold',
    both(isMost, not(isGranted), not(standsBefore(/按|比例|以|标准/u)), not(givenAs), standsBehind(/^的/u)),
  ],
  ['kept', standsBehind(/^(?:的)?(?:标准|比例|幅度)?(?:收取|征收|计征|计收|收费|核定|缴纳)/u)],
  ['rate', either(givenAs, isGranted)],
  [
    'rate',
    standsBehind(
      /^(?:的)?(?:比例|标准|额度|幅度|费率|利率|收取|计算|计提|以内|优惠|减|给|予|补|奖|检验|费用)/u,
    ),
  ],
  [
    'rate',
    standsBefore(
      /(?:按照?|以|的|金额|费用?|额|款|成本|投入|投资|支出|比例(?:为|是)?|标准(?:为|是)?|利息|保费|税收|贡献|收入|租金|费)$/u,
    ),
  ],
  ['rate', hasPrefix],
];

const COUNT: readonly Rule[] = [
  ['step', standsBefore(STEP)],
  [
    'most',
    both(
      either(
        isMost,
        standsBefore(/(?:最多|至多|不超过)(?:可)?(?:资助|奖励|补助|支持|补贴|申报|申请|享受|给予)$/u),
      ),
      ({ phrase }) => LIMITS_ONE.test(phrase),
      ({ phrase, figure }) =>
        GRANT.test(phrase + figure.text) || /申报|申请|享受/u.test(phrase + figure.text),
    ),
  ],
  ['threshold', either(isLeast, isBetween)],
  [
    'count',
    standsBefore(
      /(?:遴选|评选|选取|选出|择优|扶持|培育|打造|建设|新建|建成|认定|支持|每年|共|首批|推荐)(?:[^，达]{0,6})$/u,
    ),
  ],
  ['threshold', either(isLeast, isMost, isBetween)],
  ['threshold', standsBefore(/(?:达到?|满|超过?|突破|不少于|排名|排名前|前)$/u)],
  ['standing', () => true],
];

const NUMBER: readonly Rule[] = [
  ['threshold', both(either(isLeast, isMost, isBetween), not(standsBefore(/^\s*$/u)))],
  ['threshold', standsBefore(/(?:排名前?|前|第|位列前?|排名第)$/u)],
  ['threshold', both(isBetween, standsBehind(/^(?:周?岁|级|人|家|名)/u))],
  ['standing', () => true],
];

const DURATION: readonly Rule[] = [
  // 展期3天以上的展会
  [
    'threshold',
    both(
      isLeast,
      not(hasPrefix),
      standsBehind(/^的\p{Script=Han}/u),
      not(standsBefore(/贴息|补贴|贷款|期限/u)),
    ),
  ],
  [
    'period',
    either(
      standsBefore(
        /(?:期限?|周期|最长|为期|期内|连续|贴息|补贴|时间|每满?|分|近|累计|前|后|第|内|自|起|之日起|超过)[^，]{0,4}$/u,
      ),
      standsBehind(/^(?:内|期|的贴息|的补贴|后|起)/u),
      isMost,
    ),
  ],
  ['threshold', isLeast],
  ['threshold', standsBefore(/(?:满|达到?|不少于)$/u)],
  ['period', () => true],
];

const RULES: Partial<Record<Mention['figure']['kind'], readonly Rule[]>> = {
  money: MONEY,
  percent: PERCENT,
  count: COUNT,
  number: NUMBER,
  duration: DURATION,
};
