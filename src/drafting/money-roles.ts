/** What a sum of money is there for: an ordered list of rules, the first that fits decides. */
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
import { isStep, type Rule } from './role.ts';

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
/** 罚款, 注册资本 … are spoken of, not given. */
const PER_BEHIND = /^[／/][\p{Script=Han}㎡\w]/u;
const STANDARD =
  /(?:标准|额度|金额|限额|资金|补助|补贴|奖励|资助)(?:标准|额度|金额)?(?:分别|各|均)?(?:为|是|按|：|:)[^，]{0,24}$/u;
/** 每招用1人1000元 */
const PER_ONE = /每[\p{Script=Han}]{1,6}[1一][\p{Script=Han}]{1,3}$/u;
const PER = /(?:每|单)[\p{Script=Han}（）()A-Z·]{1,14}$/u;

export const MONEY_ROLES: readonly Rule[] = [
  ['step', isStep],
  // 每100万元奖励2万元: of which the next sum is paid.
  [
    'lot',
    both(
      isExact,
      standsBefore(/每(?:出口|进口|实现|到位|投入|投资|融资|销售|交易|完成)?$/u),
      standsBehind(/^[^，]{0,8}?(?:给予|予以|奖励|奖补|补助|补贴|资助|奖|补|按)[^，]{0,8}$/u),
      ({ figure }) => /^\d/u.test(figure.text),
    ),
  ],
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
      // 实际投入20万元以上的: who has put in so much.
      not(both(isLeast, not(hasPrefix))),
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
      not(standsBehind(/^的(?![\p{Script=Han}]{0,6}(?:资金|经费|奖|补|资助|支持|一次))/u)),
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
          /(?:标准|额度|金额|补助|奖励|补贴|资助)(?:标准|额度?|金额)?(?:均|各|分别)?(?:为|至|到|达)$/u,
        ),
      ),
    ),
  ],
  [
    'cap',
    standsBefore(
      /(?:最高|最多|上限|封顶|限额|以内|总额不超|最大|顶格)(?:可|为|是|给予|奖励|补助|补贴|资助|支持|额度|金额|限额|不超过|可达|达|奖|补|额|分别|各|依次){0,4}$/u,
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
  ['amount', ({ phrase }) => PER_ONE.test(phrase)],
  ['threshold', standsBefore(REACHES)],
  ['threshold', standsBehind(/^(?:的|且|以上)/u)],
];
