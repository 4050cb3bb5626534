/** How a thing is said: denied, doubted, supposed, or still to come. */
import {
  IF,
  MAYBE,
  NOT_AT_HAND,
  NOT_FIRM,
  NOT_KNOWING,
  NOT_SURE,
  OPEN,
  PROBABLY,
  REFUSES,
} from '../doubt.ts';
import type { Clause } from '../utterance.ts';

/** 不 and 没, but not 不仅, 没错, 差不多, 不锈钢. */
const NOT =
  '(?:(?<!差)不(?!锈|粘|仅|但|光|只|止|过(?!关|审|期|检)|错|同|少|好意思|管|论|久|断|停)|没(?!错|问题|想到|关系|停|歇|休|断)|未(?!来)|非(?!常)|无(?!论)|否认|别说)';

/** A denial that reaches the words after it: 不是…, 还没有…, 并未被… */
const DENIED_BEFORE = new RegExp(
  `${NOT}(?:是|有|属于|算|被|能|曾|做|搞|获得|得到|拿到|取得|怎么|真正|完全|正式|全部|进|去|在|过|什么|任何|及时|按时)?\\p{Script=Han}{0,4}$`,
  'u',
);

/** …还没, …没成, …没下来: what follows the words and takes them back. */
const DENIED_AFTER =
  /^(?:的|了|也|都|项目|事|这事|但是?|可是?|可惜|结果|最后)*(?:没(?:评上|选上|选中|中|入选|认定|列入|立项|过(?!节|年)|投保|参加|去成|获批|落实|实施|动|签|形成|建成|轮上)|未(?:通过|获批|列入|入选|认定|立项|参加|投保|落地|实施|签订|建成)|落选|被刷|被否|还没(?!停)|没成|不成|失败|没通过|没批|没下来|没拿到|没办|没做|没搞|谈不上|不算|算不上|没有?(?=$|[,。;!?])|还早|泡汤|免谈|没戏|没关系|没有关系|无关|不相关|不沾边|没份)/u;

/** 列入过目录今年被移出了: given, and taken away again. */
const TAKEN_AWAY =
  /(?:被|又|后来|现在|今年|去年|已经?)[^,。;]{0,4}(?:移出|剔除|撤销|取消|摘牌|收回|注销|失效|过期)/u;

export const isTakenAway = (after: string): boolean => TAKEN_AWAY.test(after);

/** 报名了领军人才培训班但没选上: the end of the clause takes back its beginning. */
const DENIED_AT_LAST =
  /^[^,。;!?]{0,8}(?:但是?|可是?|却|结果)(?:也|都|还|最后)*(?:没|未)(?:能|有)?(?:评上|选上|选中|中|入选|认定|列入|立项|通过|投保|参加|去成|批|获批|落实|实施|签|形成|建成|轮上|成|下来)/u;

const DENIED_INSIDE = new RegExp(NOT, 'u');
/** 差点停产, 险些停工, 避免停产: it did not come about. */
const ALMOST = /差一?点儿?|险些|几乎(?!每|天天|都)|避免了?|免于|本来要|原本要|本该/u;
/** 停产0天, 停了零天: none of it. */
const FOR_NOTHING = /^(?:了|过)?(?:0|零)(?:天|日|次|小时|个工作日)/u;

/** True when an odd number of denials reaches the words: in their gaps, before them or after them; what nearly was is denied too. */
export function isDenied(before: string, gaps: string, after: string): boolean {
  const denials = [
    DENIED_INSIDE.test(gaps),
    DENIED_BEFORE.test(before),
    DENIED_AFTER.test(after) || DENIED_AT_LAST.test(after),
    ALMOST.test(gaps) || ALMOST.test(before),
    FOR_NOTHING.test(after),
  ];
  return denials.filter(Boolean).length % 2 === 1;
}

/** 说不准, 可能, 好像: the contact is not sure. */
const DOUBT = new RegExp(
  `${NOT_KNOWING}|${NOT_SURE}|${MAYBE}|${OPEN}|${PROBABLY}|可能|估计[不未]|应该[未超高快够]|八成[没不]|是否|与否|够不够得?上|算不算得?上|没人(?:说|讲|搞|弄|分)得?[清准]|谁[也都]说不|[归算属是][^,。;!?\\d]{1,8}还是[^,。;!?]{2,8}|(?:要|得|需要?|还)再(?:确认|核实|核一?下)|还在等|等[^,。]{0,6}(?:答复|回复|通知|认定)|还是说不`,
  'u',
);
/** 算不算, 是不是, 符不符合, 合格不合格: A不A. Questions about the policy (能不能, 可不可以) doubt nothing that was said. */
const A_NOT_A =
  /(?<word>\p{Script=Han}{2})[不没]\k<word>|(?<verb>[^能可行要给补报领拿会好够值来间])[不没]\k<verb>|有没有/u;
const POLICY_QUESTION = /能|可以|够不够|够|行|享受|申请|申报|拿|领|补|奖|给|多少|条件|算我/u;
const QUESTION = /[吗么嘛](?:[,。?!]|$)|\?$/u;

export function isDoubted(clause: Clause): boolean {
  if (DOUBT.test(clause.text) || A_NOT_A.test(clause.text)) return true;
  return (QUESTION.test(clause.text) || clause.question) && !POLICY_QUESTION.test(clause.text);
}

/** 好像涨了12% · 在岗350人不敢保证: the contact is not sure of the figure. */
const FIGURE_DOUBT = new RegExp(
  `${NOT_SURE}|${MAYBE}|${OPEN}|${NOT_FIRM}|不敢说死|记不太[清准]|没核对|未核[实对]|不知道?对不对`,
  'u',
);
const ABOUT_POLICY = /能|拿|领|补|奖|多少|条件|申请|申报|怎么|资格/u;
/** 大概是7月签的: of a figure it is about so much, of a day it is a doubt. */
export const isRoughly = (before: string): boolean =>
  /(?:大概|应该|估计|差不多|大约)[^,。;]{0,4}$/u.test(before);
export const isFigureDoubted = ({ text }: Clause): boolean => FIGURE_DOUBT.test(text);
/** 哪个对还没定, 不知道以谁的为准: of all the figures said before it. */
const OPEN_BETWEEN =
  /(?:哪一?[个边家种]|谁)的?(?:说得|数)?(?:才|更)?[是为]?(?:[对准]|正确)|以(?:谁|哪)|对不上|不一致/u;
export const isOpenBetween = ({ text }: Clause): boolean => OPEN_BETWEEN.test(text);
/** 8月份哪天签的记不清: the month is sure. */
export const isOfTheDayOnly = ({ text }: Clause): boolean =>
  /哪一?[天日]|几[号日]|具体(?:日期|时间)/u.test(text);
/** 用电涨了12%，含宿舍食堂: the figure before is of more than what it is called. */
const MORE_THINGS = '(?:宿舍|食堂|生活|居民|办公|请假|休假|外包|派遣|实习|土建|厂房|框架|意向|免税)';
const TAKES_IN = new RegExp(
  `^[(]?(?:这?里面|这|也|还|都|是)*(?:含|包含|包括|连带?|算上|加上)[^,。;!?]{0,8}${MORE_THINGS}|^(?:不过|但是?|可是?|这?里面|其中|有|也)*(?:一?部分|有些|有的|一些|不少)[^,。;!?]{0,4}${MORE_THINGS}`,
  'u',
);
export const takesInMore = (text: string): boolean => TAKES_IN.test(text);
/** 用电连宿舍食堂一起涨了13%: the same, said before the figure. */
const TAKEN_IN = new RegExp(
  `(?<![不没未])(?:连同?|含|包括|包含|加上|算上)[^,。;!?\\d]{0,6}${MORE_THINGS}`,
  'u',
);
export const hasTakenIn = (before: string): boolean => TAKEN_IN.test(before);
/** 累计设备投资1亿，三季度多少没分: of the figure before, the part that counts is not known. */
export const isNotDivided = ({ text }: Clause): boolean =>
  /(?:多少|几多|的数|数据?)[^,。;!?]{0,4}(?:没|未|还没)(?:有)?(?:拆|分|单列|单独|剔)/u.test(text);
/** 用电涨12%是全市平均, 在岗500人，那是疫情前: what the figure turns out to be of. */
const TURNS_OUT =
  /^(?:,?(?:不过|但是?|其实|可)*(?:这|那)(?:个|个数|个数字|数)?|还|都)*是(?:和|跟|与)?[^,。;!?\d]{0,6}(?:疫情前|上个?月(?!签|下|接)|上季度|全[市区省国县]|行业|同行|集团|平均|母公司|客户的|别人|别家|利润|产值|计划|目标|预算|编制|花名册|总额|联合体|以前的|之前的|前年)/u;
export const isOfAnother = (after: string): boolean => TURNS_OUT.test(after);
/** 在岗350人，这个不敢保证: a clause of its own that doubts the figure before it, not the policy. */
export const isDoubtOfFigure = (clause: Clause): boolean =>
  clause.text.length <= 12 && FIGURE_DOUBT.test(clause.text) && !ABOUT_POLICY.test(clause.text);

/** 没有每天在岗1000人, 不是用电涨了15%: what stands behind is not so. */
export const isDeniedOutright = (before: string): boolean =>
  /^(?:但是?|其实|我们)?(?:并?没有|并?不是|并非)[^,。;是而]{0,12}$/u.test(before);

/** A clause that says nothing but doubt, and so speaks of the one before it: 制造业，这个说不准. */
export const isBareDoubt = (clause: Clause): boolean => clause.text.length <= 12 && DOUBT.test(clause.text);

/** 不清楚, 没统计, 还没出来: the contact does not know. */
const NOT_KNOWN = new RegExp(
  `${NOT_KNOWING}|${NOT_AT_HAND}|说不[准好]|[没未]有?统计|没算|没查|没有?数据|查不到|[没未]出来|没出|要问|得问|问问|待查|回头查`,
  'u',
);
export const isNotKnown = (text: string): boolean => NOT_KNOWN.test(text);

const REFUSED = new RegExp(REFUSES, 'u');
export const isRefused = (text: string): boolean => REFUSED.test(text);

/** 准备, 下个月才: not yet. 计划投资 and 想问 are none. */
const TO_COME =
  /(?:准备|打算|计划(?!投资|总投资)|预计|即将|快要|马上要?|将(?!近)|下个?月|下周|明年|争取|争创|争当|冲刺|迈向|目标|力争|有望|有希望|拟|筹备|申报中|在申报|正在申报|正申报|在申请|等着|等待|拟建)[^,。]{0,8}$/u;
/** 可能再签, 还想再招: one more that is yet to be done; 要再加上 adds what is there. */
const ONE_MORE = /(?:可能|准备|(?<!不)要|将|(?<!不)想|会|兴许|没准)(?:还|会|要|能)?再(?![加算说])/u;
export const isOneMore = (text: string): boolean => ONE_MORE.test(text);
export const isToCome = (before: string): boolean => TO_COME.test(before) || ONE_MORE.test(before);

/** 还在谋划 · 正在申请进目录 · 在评审: not there yet. */
const UNDER_WAY =
  /(?:还在|正在|仍在|尚在|还处于|处于|在|正)(?:谋划|申报|申请|筹备|评审|审批|走流程|洽谈|争取|准备|公示|办理|报批|排队|规划|洽谈|协商|谈)(?:阶段|中|当中)?|材料[^,。;]{0,8}(?:报|交|递)|报上去|报送上去/u;
export const isUnderWay = (text: string): boolean => UNDER_WAY.test(text);

/** 没立项 · 还没列入: a clause of its own that takes back the one before it. */
const BARE_REFUSAL =
  /^(?:但是?|可是?|不过|可惜|其实|暂时|目前|现在|也|都)*(?:还|尚|并|一直)?(?:没有?|未能?|不)(?:正式)?(?:立项|列入|列进|纳入|进|批|获批|通过|拿到|评上|认定|入选|选上|下来|办成|办下来|成功|成|建成|验收|投产|到手|生效|进目录|公布|确认|同意)(?:成|了|下来|呢|过|上|的)*$|^(?:但是?|可是?|不过|后来|结果|去年|今年|上年|复核|复审|年审|又|已经?|现在|都)*(?:没过|没通过|未通过|(?:被|让)?(?:取消|撤销|摘牌|移出|剔除|收回)|摘了|到期|过期|失效)了?$/u;
export const isBareRefusal = (clause: Clause): boolean => BARE_REFUSAL.test(clause.text);

/** 原来是制造业: what was and is no more said to be. */
const FORMER =
  /(?:原来|以前|从前|过去|早先|原先|曾经|早年|之前)(?:我们)?(?:是|做|搞|属于|从事|算|也是)[^,。]{0,6}$/u;
export const isFormer = (before: string): boolean => FORMER.test(before);

/** 申请省级小巨人, 报了重点项目: asked for, and not said to be given. */
const APPLIED_FOR = /(?:申请|申报|报送|参评|冲击|冲刺|推荐)(?!到|成功|下来|的|了?补贴|了?奖励)[^,。]{0,8}$/u;
export const isAppliedFor = (before: string): boolean => APPLIED_FOR.test(before);

/** 端午打算不停工: a plan inside the words leaves open what will be. */
const PLANNED = /想(?!到|办法|不到)|有望|有希望|力争|目标|打算|准备|计划|预计|争取|应该能|估计/u;
export const isPlanned = (gaps: string): boolean => PLANNED.test(gaps);

/** 想参加…: a wish says nothing of what is. */
const WISH =
  /(?:想(?!问|咨询|了解|知道|请教|申请|看)|有意|希望|有兴趣|怕(?:的?是)?|担心|生怕|愁)[^,。]{0,8}$/u;
export const isWish = (before: string): boolean => WISH.test(before);

/** 用电的话比去年多了13%: a topic, where 涨到13%的话 is a supposition. */
const TOPIC =
  /^(?:那|至于|说到)?[^是有到达涨增够能不没要改换成加减少多超如若假万满完好了招签停开算\d一二三四五六七八九十百千,。]{1,6}的话/u;
const withoutTopic = (text: string): string => text.replace(TOPIC, '');
/** 招满的话每天在岗500人: what follows holds if that comes true. */
export const isOnCondition = (before: string): boolean => /的话/u.test(withoutTopic(before));

/** 用电涨到14%的话. */
export const isSupposedAtEnd = ({ text }: Clause): boolean => /的话(?:呢|吧)?$/u.test(withoutTopic(text));

/** 能按10万那档领吗 · 够不够一个亿的门槛 · 200万能到手吗: a figure of the policy, that the contact asks for. */
const ASKED_FOR_BEFORE =
  /(?:(?<![产职功性节万可])能(?!源|力|量|效|耗)(?:不能|否)?|可不可以|可以|够不够|够得上|达不达|够上)(?:也|都|直接|不能)?(?:按|照|跟着|拿|领|给|奖|补|算|享受|申请|报|到|得|有)?[^,。;!?\d]{0,4}$/u;
const ASKED_FOR_AFTER =
  /^[^,。;!?\d]{0,2}(?:那一?档|这一?档|的?档|的?门[槛坎]|能不?能?(?:到手|拿到|领到|给|到账)|怎么(?:拿|领)|(?:的)?(?:奖励|补贴|奖金)(?:怎么|能|吗|么))/u;
/** 到底增没增10%, 是不是有350人, 到没到300人: whether it is so is the question. */
const WHETHER =
  /(?:(?<verb>\p{Script=Han}{1,2})[没不](?:有)?\k<verb>|有没有)(?:到|过|够|足|满|了|有|超过?|达到?|涨到?|增长?|[涨增])*$/u;
export const isAskedAbout = (before: string, after: string): boolean =>
  ASKED_FOR_BEFORE.test(before) || ASKED_FOR_AFTER.test(after) || WHETHER.test(before);

/** 差不多算5000万了吧 · 按千分之一是90万 · 差1万元: the speaker's own rounding, reckoning or distance, no figure told. */
const ROUNDED = /(?:算|当|凑|约等于?|折)(?:是|作|做|成|到|足|个|得上)?(?:也就|就|有|够)?$/u;
const HOPED = /吧(?:[,。?!]|$)|吗|么(?:[,。?!]|$)|\?|行不行|可以不/u;
const RECKONED =
  /[按照](?:这个|那个)?(?:[千百万]分之|比例|标准|规定|[\d一二三四五六七八九十])[^,。;!?]{0,8}(?:是|有|算|=|等于|约|得|就)$/u;
const DISTANCE =
  /(?<![误时相偏温落])(?:差(?!不多)|缺)(?:了|着|个|那么|不到|大概|约)*(?:一?点儿?)?(?:就|没)?(?:到|够|满|达到)?$|(?<![误时相偏温落])(?:差(?!不多)|缺)[^,。;!?]{1,8}(?:到|够|满|达到)$/u;
/** 按千分之一 · 照1‰: the share that a grant is reckoned by. */
const SHARE = /[按照](?:这个|那个|的是?|着)?$/u;
/** 千分之一, 1‰: without a word of change, the rate of a grant. */
export const isPerMille = (figure: string): boolean => /‰|千分之/u.test(figure);
export const isReckoned = (before: string, isShare: boolean, clause: Clause): boolean =>
  RECKONED.test(before) ||
  (isShare && SHARE.test(before)) ||
  DISTANCE.test(before) ||
  (ROUNDED.test(before) && (clause.question || HOPED.test(clause.text)));

/** 要是, 如果, 假如. */
const SUPPOSED = new RegExp(`${IF}|要不是|的话|算它|比如(?:说)?[^,。]{0,4}-?\\d|呢$`, 'u');
const REALLY_SUPPOSED = new RegExp(`${IF}|的话|会怎样|会怎么样|会如何|会是多少`, 'u');
export const isSupposed = (clause: Clause): boolean => {
  const text = withoutTopic(clause.text);
  return REALLY_SUPPOSED.test(text) || (SUPPOSED.test(text) && text.length <= 16);
};

/** 说错了, 更正: what was said before does not stand. */
const TAKEN_BACK = /[说记搞弄写报打拿看抄算填发念输]错|不对|有误|作废|删掉|去掉|更正|改一下|改为|改成/u;
export const isTakenBack = (text: string): boolean => TAKEN_BACK.test(text);

/** 更正一下, 准确说: what comes after replaces what came before. */
const REPLACED =
  /更正|[说记搞弄写报打拿看抄算填发念输]错|不对|改为|改成|准确(?:地|的)?(?:说|讲)|其实是|其实只有|应该是/gu;
/** Where in the text the last such word stands; −1 where none does. */
export const replacedSince = (text: string): number => [...text.matchAll(REPLACED)].at(-1)?.index ?? -1;
