/** A short question that names no topic of its own is about what is talked about: 那最多多少 · 哪个部门 · 我们够不够. */
import type { Policy, Subject } from '../../policy/index.ts';
import { type Finding, type Focus, focusesOf, foundShare } from '../../retrieval/index.ts';
import { askedFigure, verdictWords } from '../../words/index.ts';
import { type Aim, aimOf } from '../aim.ts';
import { ASKS_STANDING, ASKS_WHY, asks, asksWhetherItFits } from '../fit-question.ts';
import { bare, readIntent } from '../intents.ts';
import { clausesOf } from '../reading.ts';
import { type Outcome, type Scene, say } from '../scene.ts';
import { stepThread } from '../thread.ts';
import { canCheck, isClosed, isOver, tell } from '../topic.ts';
import { explainDay } from './days.ts';
import { another } from './earlier.ts';
import { lackingIn, tellMissing } from './missing.ts';
import { openNowAnyway } from './shelf.ts';
import { explainSum } from './sums.ts';
import { tellWithin } from './within.ts';

export function followUp(scene: Scene, found: Finding): Outcome | null {
  const { state, message } = scene;
  const { text } = message;
  if (state.about === null) return null;
  // 7月20号 is a day here, not a document of that number.
  const day = explainDay(scene, state.about);
  if (day) return day;
  const aim = aimOf(scene, found, focusOf(text));
  // 今年有没有类似的, of what is over: what can be had now.
  if (LIKE_IT.test(text) && isOver(scene, state.about)) return openNowAnyway(scene);
  if (aim.subject !== null && OTHERS.test(text)) return another(scene);
  return aim.subject === null ? null : stay(scene, found, { ...aim, subject: aim.subject }, state.about);
}

/** Answers from the thing in hand. */
function stay(scene: Scene, found: Finding, aim: Aim & { subject: Subject }, about: string): Outcome | null {
  const { text } = scene.message;
  const { focus, foreign, subject, words } = aim;
  const explained = explainSum(scene, about);
  if (explained) return explained;
  if (subject.measure === null)
    return tellInside(scene, found, aim, subject.policy) ?? tellDocument(scene, aim, about);
  if (
    found.band !== 'answer' &&
    ASKS_WHY.test(text) &&
    (wasChecked(scene, about) || scene.state.firm !== null)
  )
    return stepThread(scene, about);
  if (ASKS_PAYOUT.test(text) || APPLIES.test(text)) return tell(scene, about, 'how-to-apply', text);
  if (focus === 'original' && ONLY_ORIGINAL.test(bare(text))) return tell(scene, about, focus, text);
  const asksOfUs = CLAIMS.test(bare(text)) || OURS.test(bare(text));
  if (asksOfUs && canCheck(scene, about)) return stepThread(scene, about);
  // 设备啥时候买的才算数 is no question for the last day of applications.
  if (COMPARES.test(text)) return tellMissing(scene, about, { subject, foreign: [] });
  const isOfDeed = focus === 'deadline' && aim.words.length > 0 && !OF_APPLYING.test(text);
  if (focus !== null && OF_ALL.has(focus) && !isOfDeed) return tell(scene, about, focus, text);
  // 多少钱, after a no: what they would get was decided.
  if (focus === 'amount' && words.length === 0 && wasRefused(scene, about)) return stepThread(scene, about);
  if (focus === 'amount' && OF_THE_MOST.test(text)) return tell(scene, about, focus, text);
  // 到底多少, while it is being checked: what it comes to by what was told.
  const asksSum = focus === 'amount' || askedFigure(text) === 'sum';
  if (asksSum && words.length === 0 && wasChecked(scene, about)) {
    const outcome = askedFigure(text) === 'rate' ? null : stepThread(scene, about);
    if (outcome) return outcome;
  }
  const asked = askedFigure(text);
  if (asked !== null && asked !== 'sum') return tell(scene, about, 'amount', text);
  const fits = asksWhetherItFits(text) && (canCheck(scene, about) || isClosed(scene, about));
  if (fits && OF_US.test(text)) return stepThread(scene, about);
  // 6月付了300万，8月又付了50万: what is told and not heard asks for nothing that the clause could lack.
  if (!asks(text) && scene.utterance.figures.length > 0)
    return tellWithin(scene, { told: true }) ?? notHeard(scene, about);
  // 高不高, 人才: what is cut out of a sentence is no thing that a clause could lack.
  if (lackingIn(scene, foreign, subject.measure).length > 0)
    return tellMissing(scene, about, { subject, foreign });
  const amount = focus === null || focus === 'amount' || ASKS_STANDING.test(text);
  if (amount && fits) return stepThread(scene, about);
  if (IS_COUNTED.test(bare(text)) || DEFINES.test(text))
    return tellMissing(scene, about, { subject, foreign: [] });
  // 已经交了的能退吗: asked again of what was told, and nothing that the question names stands there.
  const again = scene.state.about === about && scene.state.lastQuestion !== null;
  if (again && focus === null && words.length > 0 && foreign.length === words.length && asks(text))
    return tellMissing(scene, about, { subject, foreign });
  // 国家级的呢: the same is asked of what else it says.
  const same = focus === null && /呢$/u.test(text.replace(/[?？]$/u, '')) ? scene.state.lastFocus : focus;
  return tell(scene, about, isOfDeed ? null : same, text);
}

const notHeard = ({ state }: Scene, about: string): Outcome =>
  say(state, verdictWords.notHeard, { about, asks: state.asked.length > 0 ? state.asked : null });

/** 增收那条, of a document in hand: the measure in it that is named, asked the same. */
function tellInside(
  scene: Scene,
  { ranked }: Finding,
  { focus, words }: Aim,
  policy: Policy,
): Outcome | null {
  const { message, mind, state } = scene;
  if (words.length === 0 || !NAMES_ITEM.test(bare(message.text))) return null;
  const named = ranked.find(
    ({ entry }) =>
      entry.policy === policy && entry.kind === 'measure' && foundShare(mind.index, words, entry) >= NAMED,
  );
  if (named?.entry.kind !== 'measure') return null;
  return tell(scene, named.entry.measure.id, focus ?? state.lastFocus, message.text);
}
const NAMES_ITEM = /(?:[那这][条个项]|一?条|呢|的)$/u;
const NAMED = 0.5;

/** A document in hand: what is asked of it now, in the light of what was asked before. */
function tellDocument(scene: Scene, { focus, words }: Aim, about: string): Outcome | null {
  const { state, message } = scene;
  const question =
    focus === null || words.length > 0 ? `${state.lastQuestion ?? ''}，${message.text}` : message.text;
  return tell(scene, about, focus ?? state.lastFocus, question);
}

/** 最多多少 · 封顶呢: what anybody may get at most. */
const OF_THE_MOST = /最[多高大]|封顶|上限|顶格|至多/u;
/** 今年有没有类似的 · 现在有新的没. */
const LIKE_IT = /(?:有没有|有无|有)[^，。]{0,4}(?:类似|差不多|同样|这样|新)的?/u;
/** 还有别的招工的政策没. */
const OTHERS =
  /(?:别的|其他|其它)[^，。]{0,8}(?:政策|补贴|补助|奖励|扶持|支持|措施|条款)|(?:别的|其他|其它)[^，。]{0,4}有(?:没有|吗|没)/u;
const OF_US = /我|咱/u;

/** Asked of any measure alike, whatever else the question names. */
const OF_ALL: ReadonlySet<Focus> = new Set([
  'deadline',
  'department',
  'how-to-apply',
  'explainer',
  'issuer',
  'money-source',
]);
/** 什么时候截止 · 最晚哪天报. */
const OF_APPLYING =
  /截止|截至|到期|过期|有效|失效|申报|申请|报[名送]?|交(?!货|付|易)|递|办|期限|还能|来得及/u;
/** 中秋算不算 · 外包的行不行 · 算头数吗. */
const IS_COUNTED = /(?:算不算|算吗|算在内|行不行|行吗|可以吗|可不可以|算(?:人头|进去|数)?[吗不么]?)$/u;
/** 每天怎么算 · 是啥意思 · 什么样的算. */
const DEFINES =
  /(?:怎么|如何|咋)(?:算|认定|界定|定义|判断|统计)|啥意思|什么意思|(?:什么|啥)(?:样|叫)|指(?:的是)?(?:什么|啥|哪)/u;

/** 原文怎么写的 · 条文发我看看: names nothing but the text itself. */
const ONLY_ORIGINAL =
  /^(?:请|麻烦|把|给我|我要|我想)*(?:看看?|发|查|念)?(?:一下)?(?:这条|它|那条|政策|文件)?的?(?:原文|全文|原话|条文)[^，。？]{0,8}$/u;
export function focusOf(text: string): Focus | null {
  if (readIntent({ text }) === 'original') return 'original';
  if (ASKS_DAYS_LEFT.test(text) || LAPSES.test(text)) return 'deadline';
  if (clausesOf(text).some((clause) => ASKS_HOW.test(bare(clause)))) return 'how-to-apply';
  return focusesOf(text)[0] ?? (ASKS_UNIT.test(text) ? 'department' : null);
}

/** 年底前不报是不是就没了 · 错过这个月就作废了吧. */
const LAPSES =
  /(?:不|没|错过|过了)[^，。]{0,8}(?:是不是)?(?:就|全|都)(?:没了|没有了|作废|过期|失效|泡汤|晚了)/u;

/** 还有几天 · 还剩多少天. */
const ASKS_DAYS_LEFT = /还?(?:有|剩)(?:下)?(?:多少|几)天/u;

/** 怎么弄 · 那具体咋办: how, with no deed named, is how to get it. */
const ASKS_HOW =
  /^(?:那么?|我们?|具体|到底|接下来|然后|下一步|要|该|得|应该|这个?|这事)*(?:怎么|咋|如何|怎样)(?:去|来|个)?(?:弄|搞|做|办|整|操作|走|报|申请|申报|领|拿)(?:法|到)?(?:呢|啊|呀)?$/u;

/** 找哪个科室 · 去哪个窗口. */
const ASKS_UNIT =
  /(?:找|跑|去|归|问|算|是)\p{Script=Han}{1,5}(?:局|厅|委(?![托派员培])|街道|街办|部门)(?!解释)|(?:局|厅|委|集团|街道)(?:也|都|一家|来)?(?:有份|管|负责|批|的活)|科室|处室|窗口|(?:交|送|递|报|找)给?谁|谁(?:来)?(?:审|批|管|负责|发|办)/u;

/** The measure is being checked, or was when the talk left it. */
const wasChecked = ({ state }: Scene, id: string): boolean =>
  state.thread?.measure === id || state.left?.measure === id;

/** The last verdict that was said of it was a no. */
const wasRefused = ({ state }: Scene, id: string): boolean =>
  state.said?.measure === id && state.said.verdict === 'ineligible';

/** 我们都符合 · 条件都满足: claimed as a whole, so each condition is asked. */
const CLAIMS = /^(?:我们?|这些|那些|条件|应该|全部|上面)*(?:都|全)?(?:符合|满足|达到)(?:了|的|条件|要求)*$/u;

/** 那我们呢: whether one gets it oneself. */
const OURS =
  /^(?:那么?|可是|但是?)?(?:我们?|咱们?)(?:自己|这边|这儿|家|厂|公司|的|[^，。？\d]{0,5}[这那]?[家个边](?:店|厂|公司)?)?呢$/u;

/** 申请表在哪下载 · 网上能填吗 · 要准备什么 · 交到哪里. */
const APPLIES =
  /申请表|表格|下载|填表|网址|链接|入口|(?:准备|带|交|递|提供)(?:些)?(?:什么|哪些|啥)|(?:交|送|寄|递)(?:到|去|给)?哪/u;

/** Asked of how to apply or of the paying out, in whatever words. */
export const asksHowToApply = (text: string): boolean => APPLIES.test(text) || ASKS_PAYOUT.test(text);

/** 跟哪个月比: no question for the last day. */
const COMPARES = /(?:跟|和|与|同)[^，。]{1,8}比/u;

/** 钱多久到账 · 什么时候打款: no day of the document's own. */
const ASKS_PAYOUT =
  /等(?:多久|多长时间|几天)|(?:什么时候|多久|几时|多长时间|哪天|几天|啥时候?)[^，。？]{0,6}(?:到[账帐]|到手|拿到手?|打款|打钱|打到|发放|发钱|发下来|拨付|拨款|兑付|兑现|批下来|批复|审[核批]|下来|发(?=$|[？?呢]))|(?:到[账帐]|打款|发放|拨付|审[核批])[^，。？]{0,4}(?:什么时候|多久|几天|时间)/u;
