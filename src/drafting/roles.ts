/** What each figure of a limb is there for. One function a kind of figure; each is a short list of rules, the first that fits decides. */
import { GRANT, LIMITS_COUNT, LIMITS_ONE } from './cues.ts';
import { type Mention, mentionsIn } from './figures-of.ts';
import { isFullShare, isMatching, isTimes } from './full-shares.ts';
import { isInterest } from './interest.ts';
import {
  both,
  either,
  givenAs,
  hasPrefix,
  isBetween,
  isGranted,
  isLeast,
  isMost,
  not,
  standsBefore,
  standsBehind,
} from './mention-tests.ts';
import { MONEY_ROLES } from './money-roles.ts';
import { isPoints, isRateAnew, isRelative } from './raises.ts';
import { isStep, type Marked, type Role, type Rule, STEP } from './role.ts';

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

/** 按照服务合同实际支付金额的 */
const OF_COST =
  /按(?:照)?(?![^，]*(?:奖励|补助|资助|补贴|资金))[^，]{2,24}(?:金?额|费用?|支出|投入|租金|价款?)的$/u;
/** 分期拨付: part of a sum. */
const PAID_OUT = /(?:拨付|兑现|兑付|预拨|预付|分期[^，]{0,4}(?:支付|发放))[^，]{0,14}$/u;
const PAID_OUT_BEHIND = /^(?:的)?[^，。]{0,10}(?:拨付|兑付|兑现|分期|首期|启动)/u;

const PERCENT: readonly Rule[] = [
  // 增速每高于20%一个百分点: beyond the bound that the sentence has named, so many points at a time.
  ['piece', both(isLeast, standsBefore(/每$/u), not(isPoints))],
  [
    'step',
    both(
      ({ figure }) => figure.kind === 'percent' && figure.unit === 'point',
      (mention) => STEP.test(mention.phrase.replace(/[\d.]+[%％]$/u, '')) || isStep(mention),
    ),
  ],
  ['rate', isInterest],
  ['rate', isRelative],
  ['rate', ({ figure }) => isFullShare(figure.text) || isMatching(figure.text) || isTimes(figure.text)],
  // 补助比例提高5个百分点
  [
    'rate',
    both(
      ({ figure }) => figure.kind === 'percent' && figure.unit === 'point',
      standsBefore(/(?:比例|标准|额度|幅度|补助|补贴|奖励|资助)?[^，]{0,6}(?:上浮|提高|增加|上调|加)$/u),
      not(standsBefore(/利率|费率|增速|增长|占比|毛利/u)),
    ),
  ],
  ['rate', both(isRateAnew, ({ phrase }) => !/期|年/u.test(phrase))],
  // 按实际支付金额的40%予以兑付: of a cost, and no part of what is granted.
  ['rate', both(standsBefore(OF_COST), standsBehind(/^(?:予以|给予)?(?:兑付|兑现)/u))],
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
  ['step', isStep],
  // 单个主体不超过5个店
  ['most', both(isMost, hasPrefix, ({ phrase }) => LIMITS_COUNT.test(phrase), not(standsBehind(/^的/u)))],
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

/** 建设期不超过2年, 流转期限5年以上: how long the thing lasts, and not the payment. */
const LASTS =
  /(?:建设|流转|租赁|合同|协议|服务|经营|运营|运行|营业|存续|成立|注册|工作|任职|参保|缴费|就业|履约|施工|研发|投产|签约|聘用|承包|托管|种植|养殖)(?:的)?(?:期限?|时间|年限|周期|时长|已|满)?(?:不得?|应)?$|(?<![补贴息助励资款策持惠免])(?:工|租|合同|建设)期$/u;

/** 不满3年 */
const fallsShort = ({ figure }: Mention): boolean => /^(?:不满|不足|未满|不到)/u.test(figure.text);

const DURATION: readonly Rule[] = [
  // 登记失业半年以上人员: what kind of people they are.
  ['period', standsBehind(/^(?:的)?(?:人员|人口|(?:高校)?毕业生|劳动力|青年|农民工|职工)/u)],
  ['threshold', both(either(isLeast, both(isMost, either(hasPrefix, fallsShort))), standsBefore(LASTS))],
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
  money: MONEY_ROLES,
  percent: PERCENT,
  count: COUNT,
  number: NUMBER,
  duration: DURATION,
};
