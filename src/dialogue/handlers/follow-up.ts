/** A short question that names no topic of its own is about what is talked about: 那最多多少 · 哪个部门 · 我们够不够. */
import { contentWords, type Finding, type Focus, focusesOf, namesNoTopic } from '../../retrieval/index.ts';
import { ASKS_STANDING, ASKS_WHY, asks, asksWhetherItFits } from '../fit-question.ts';
import { bare, readIntent } from '../intents.ts';
import type { Outcome, Scene } from '../scene.ts';
import { stepThread } from '../thread.ts';
import { canCheck, isClosed, tell } from '../topic.ts';
import { explainDay } from './days.ts';
import { explainSum } from './sums.ts';

export function followUp(scene: Scene, found: Finding): Outcome | null {
  const { state, message } = scene;
  const { text } = message;
  if (state.about === null) return null;
  // 7月20号 is a day here, not a document of that number.
  const day = explainDay(scene, state.about);
  if (day || !mayLean(found)) return day;
  const explained = explainSum(scene, state.about);
  if (explained) return explained;
  if (found.band !== 'answer' && ASKS_WHY.test(text) && wasChecked(scene, state.about))
    return stepThread(scene, state.about);
  if (ASKS_PAYOUT.test(text)) return tell(scene, state.about, 'how-to-apply', text);
  if (COMPARES.test(text)) return null;
  const focus = focusOf(text);
  if (focus === 'original' && ONLY_ORIGINAL.test(bare(text))) return tell(scene, state.about, focus, text);
  const topical = (word: string) => !namesNoTopic(word) && (found.band === 'answer' || word.length > 1);
  const nearest = found.ranked[0]?.entry;
  const isNearest =
    found.band === 'menu' && nearest?.kind === 'measure' && nearest.measure.id === state.about && asks(text);
  const points = focus !== null && POINTS_AT_IT.test(bare(text));
  const named = !points && !isNearest && contentWords(text).some(topical);
  const unnamed = !named && found.band !== 'answer' && SUBJECTLESS.test(bare(text));
  const untopical = !named && found.band === 'menu' && asks(text);
  const leans = untopical || unnamed || isNearest || LEANS.test(bare(text)) || CONFIRMS.test(text);
  if (
    named &&
    !staysWithIt(text, state.about, found, leans || (focus !== null && SUBJECTLESS.test(bare(text))))
  )
    return null;
  if (CLAIMS.test(bare(text)) && canCheck(scene, state.about)) return stepThread(scene, state.about);
  if (focus === null && !leans && !APPLIES.test(text) && !asksWhetherItFits(text)) return null;
  const amount = focus === null || focus === 'amount' || ASKS_STANDING.test(text);
  if (amount && asksWhetherItFits(text) && (canCheck(scene, state.about) || isClosed(scene, state.about)))
    return stepThread(scene, state.about);
  return tell(scene, state.about, focus ?? (APPLIES.test(text) ? 'how-to-apply' : null), text);
}

/** 原文怎么写的 · 条文发我看看: names nothing but the text itself. */
const ONLY_ORIGINAL =
  /^(?:请|麻烦|把|给我|我要|我想)*(?:看看?|发|查|念)?(?:一下)?(?:这条|它|那条|政策|文件)?的?(?:原文|全文|原话|条文)[^，。？]{0,8}$/u;
/** 这个政策到什么时候为止: what is asked about is what is talked about, whatever else the question says. */
const POINTS_AT_IT =
  /^(?:请问|那么?)?(?:这|该)(?:(?:个|项|条|份|笔)?(?:政策|补贴|奖励|补助|措施|文件|钱|规定)|[项条])/u;

function focusOf(text: string): Focus | null {
  if (readIntent({ text }) === 'original') return 'original';
  if (ASKS_DAYS_LEFT.test(text)) return 'deadline';
  return focusesOf(text)[0] ?? (ASKS_UNIT.test(text) ? 'department' : null);
}

/** 还有几天 · 还剩多少天. */
const ASKS_DAYS_LEFT = /还?(?:有|剩)(?:下)?(?:多少|几)天/u;

/** 找哪个科室 · 去哪个窗口. */
const ASKS_UNIT = /科室|处室|窗口|(?:交|送|递|报|找)给?谁|谁(?:来)?(?:审|批|管|负责|发|办)/u;

/** The measure is being checked, or was when the talk left it. */
const wasChecked = ({ state }: Scene, id: string): boolean =>
  state.thread?.measure === id || state.left?.measure === id;

/** 我们都符合 · 条件都满足: claimed as a whole, so each condition is asked. */
const CLAIMS = /^(?:我们?|这些|那些|条件|应该|全部|上面)*(?:都|全)?(?:符合|满足|达到)(?:了|的|条件|要求)*$/u;

/** Nothing else is named: no document, no number of an item, no place or business that is not covered. */
function mayLean({ band, smallTalk, route, refusal }: Finding): boolean {
  return (
    (band !== 'small-talk' || smallTalk === 'contact') &&
    route.documents.length === 0 &&
    route.items.length === 0 &&
    refusal?.reason !== 'place' &&
    refusal?.reason !== 'elsewhere'
  );
}

const SHORT = 14;

/** It may score this much less than the best and still be what is meant. */
const NEAR_ENOUGH = 0.4;

/** A short question that retrieval is not sure of, and that starts from what was said (那…), stays with it where its words allow. */
function staysWithIt(text: string, about: string, { band, ranked }: Finding, leans: boolean): boolean {
  const best = ranked[0]?.score ?? 0;
  const isNear = ranked.some(
    ({ entry, score }) =>
      score >= NEAR_ENOUGH * best &&
      (entry.kind === 'measure' ? entry.measure.id : entry.policy.number) === about,
  );
  return leans && band !== 'answer' && text.length <= SHORT && (isNear || ranked.length === 0);
}

/** 那呢 · 然后呢 · 这个怎么说 · 具体点. */
const LEANS = /^(?:那|这|它|该|能给钱|给钱|有钱|然后|具体|详细|再说|为什么|为啥|怎么说|什么意思|真的)/u;

/** 最少300是吧 · 10万对吧. */
const CONFIRMS = /(?:是吧|对吧|对不对|是不是)[?？]?$/u;

/** 能延到什么时候 · 可以分几次: what it is that can is what was talked about. */
const SUBJECTLESS = /^(?:能|可以|可不可以|要|会|还|最|一共|到底|大概|得|需要|必须)/u;

/** 申请表在哪下载 · 网上能填吗 · 要准备什么 · 交到哪里. */
const APPLIES =
  /申请表|表格|下载|填表|网址|链接|入口|(?:准备|带|交|递|提供)(?:些)?(?:什么|哪些|啥)|(?:交|送|寄|递)(?:到|去|给)哪/u;

/** 跟哪个月比: no question for the last day. */
const COMPARES = /(?:跟|和|与|同)[^，。]{1,8}比/u;

/** 钱多久到账 · 什么时候打款: no day of the document's own. */
const ASKS_PAYOUT =
  /(?:什么时候|多久|几时|多长时间|哪天|几天|啥时候?)[^，。？]{0,6}(?:到[账帐]|到手|拿到手?|打款|打钱|打到|发放|发钱|发下来|拨付|拨款|兑付|兑现|批下来|批复|审[核批]|下来|发(?=$|[？?呢]))|(?:到[账帐]|打款|发放|拨付|审[核批])[^，。？]{0,4}(?:什么时候|多久|几天|时间)/u;
