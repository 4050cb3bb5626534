/** Everything else is a question: answered from the documents, leaning on what is talked about where it leans. */
import { contentWords, type Finding, find, focusesOf } from '../../retrieval/index.ts';
import { compose } from '../answer/index.ts';
import { checkMeasure } from '../check.ts';
import { bare, readIntent } from '../intents.ts';
import { subjectOf } from '../lookup.ts';
import { type Handler, type Outcome, type Scene, say } from '../scene.ts';
import { focusOn } from '../state.ts';
import { leaveThread, stepThread } from '../thread.ts';
import { canCheck, open, PLAIN_FOCUS, tell } from '../topic.ts';
import { general } from '../words/general.ts';
import { verdictWords } from '../words/verdict.ts';

export const question: Handler = (scene) => {
  const { message, mind, today, state } = scene;
  const asked = { ...scene, state: { ...state, lastQuestion: message.text } };
  if (readIntent(message.text) === 'another') return another(asked);
  if (/^[\d.]+$/u.test(bare(message.text))) return say(state, general.whichNumber, { about: state.about });
  const found = find(mind.index, message.text, { today, context: state.about });
  return (
    otherLevel(asked) ?? goBackTo(asked, found) ?? followUp(asked, found) ?? BY_BAND[found.band](asked, found)
  );
};

/** 那省里的呢 · 市里的: the same of another level of government. */
const LEVEL =
  /^(?:那|还有|换)?(?:看看?)?(?<level>省|市|区|县)(?:里|级|上|这边)?(?:的|有)?(?:政策|文件)?(?:呢|有吗|吗)?$/u;

/** One of what was found before, in a document of the level that the message names. */
function otherLevel(scene: Scene): Outcome | null {
  const { state, message, mind } = scene;
  const level = LEVEL.exec(bare(message.text))?.groups?.level;
  if (!level) return null;
  const of = (id: string) => subjectOf(mind.knowledge, id)?.policy.place?.endsWith(level) ?? false;
  const found = [...state.menu, ...state.others, ...state.recent].find((id) => id !== state.about && of(id));
  return found === undefined ? null : open(scene, found);
}

/** Says that an earlier thing is meant: 回到刚才不停工的 · 房租那个 · 这个呢 · 我说的是. */
const POINTS_BACK =
  /回到|刚才|刚刚|之前|前面|上面|上一个|那个|这个|那条|这条|那项|这项|我说的|我问的|还是说/u;
/** An earlier measure may score this much less than the best and still be the one meant. */
const EARLIER_ENOUGH = 0.4;

/** One of the measures spoken of or offered before, when the message points back and its words fit. */
function goBackTo(scene: Scene, found: Finding): Outcome | null {
  const { state, message } = scene;
  if (!POINTS_BACK.test(message.text) || found.ranked.length === 0) return null;
  const earlier = new Set([...state.recent, ...state.others, state.thread?.measure, state.left?.measure]);
  const best = found.ranked[0]!.score;
  const meant = found.ranked.find(
    ({ entry, score }) =>
      entry.kind === 'measure' && earlier.has(entry.measure.id) && score >= EARLIER_ENOUGH * best,
  );
  if (meant?.entry.kind !== 'measure') return null;
  const { id } = meant.entry.measure;
  const focus = focusOf(message.text);
  const thread = [state.thread, state.left].find((one) => one?.measure === id);
  if (thread && (focus === null || focus === 'amount')) return stepThread(scene, id);
  return tell(scene, id, focus ?? lastFocus(scene), message.text);
}

/** 这个呢，不停工的: asks of another measure what was asked last. */
function lastFocus({ state }: Scene) {
  return state.lastFocus ?? null;
}

function focusOf(text: string) {
  return focusesOf(text)[0] ?? null;
}

/** Words that ask something and name no topic. */
const NO_TOPIC =
  /^(?:最多|最高|最少|最低|封顶|上限|金额|标准|比例|条件|要求|门槛|资格|部门|单位|责任|负责|牵头|主管|截止|截至|期限|时间|日期|有效期|有效|过期|到期|材料|资料|手续|流程|步骤|表格|电话|热线|地址|网址|链接|入口|申请|申报|办理|报名|领取|提交|原文|原话|全文|条文|详细|细节|解释|意思|依据|出处|来源|文号|钱|补|奖|给|能拿|拿到|符合|满足|享受|算|够|这条|那条|这项|那项|这种|那种|刚才|最晚|最迟|还能|来得及|联系|打|找|问|去|交|报|管|发|到账|多久|一次性|另外|其他|哪天|几号|谁|为什么|为啥|真的|确定|吗|截止日期|申报期|几天|天|前|之前|以前|管用|内容|主要|具体|补贴|奖励|政策|补助|支持|扶持|什么时候|几时|多会儿|晚|还有|交|账|到账|一次|性的|发|县|市|区|里|算的|明天|今天|现在|年底|月底|上|下|快|多|少|高|低|次|年|月|日|号)$/u;

const SHORT = 14;

/** A short question that names no topic of its own is about what is talked about. */
function followUp(scene: Scene, found: Finding): Outcome | null {
  const { state, message } = scene;
  if (
    state.about === null ||
    found.band === 'small-talk' ||
    found.route.documents.length > 0 ||
    found.route.items.length > 0
  )
    return null;
  if (found.refusal?.reason === 'place' || found.refusal?.reason === 'elsewhere') return null;
  const focus = focusOf(message.text) ?? (readIntent(message.text) === 'original' ? 'original' : null);
  const topic = contentWords(message.text).filter((word) => !NO_TOPIC.test(word));
  const leans = LEANS.test(bare(message.text));
  // A short question that retrieval is not sure of, and that starts from what was said (那…), stays with it.
  const unsureOfOther = leans && found.band !== 'answer' && message.text.length <= SHORT;
  if ((topic.length > 0 && !unsureOfOther) || (focus === null && !leans)) return null;
  if (
    (focus === null || focus === 'amount') &&
    asksWhetherItFits(message.text) &&
    canCheck(scene, state.about)
  )
    return stepThread(scene, state.about);
  if (ASKS_WHY.test(message.text) && state.thread?.measure === state.about)
    return stepThread(scene, state.about);
  return tell(scene, state.about, focus, message.text);
}

/** 为什么不行: the verdict again, with its reasons. */
const ASKS_WHY = /为什么|为啥|凭什么|怎么(?:不|就)|哪里不/u;

/** 那呢 · 然后呢 · 这个怎么说 · 具体点. */
const LEANS = /^(?:那|这|它|该|然后|具体|详细|再说|为什么|为啥|怎么说|什么意思|真的)/u;

/** 够不够 · 能拿多少 · 我们符合吗 · 能申请吗 · 有补贴吗. */
const ASKS_FIT =
  /够不够|够(?:条件|格|资格)|符不符合|符合(?:条件|要求)?[吗么不]|满足[吗么不]|(?:能|可以|可不可以|能不能|能否|是否(?:能|可以)?)[^，。？?]{0,6}(?:拿|领|申请|申报|享受|报|补|奖|得|给)|算算|测算|算一下|有没有资格|有资格|我们[^，。？?]{0,10}(?:吗|么|多少|不)|(?:拿|领|补|奖|给)(?:到)?多少|怎么算|测算|^算$/u;

export function asksWhetherItFits(text: string): boolean {
  return ASKS_FIT.test(text);
}

type Answering = (scene: Scene, found: Finding) => Outcome;

const BY_BAND: Record<Finding['band'], Answering> = {
  answer: answerOne,
  menu: answerMenu,
  document: answerPlainly,
  compare: answerPlainly,
  department: answerPlainly,
  none: answerNone,
  'small-talk': answerSmallTalk,
};

/** Conditions are asked of oneself, not in general: 看看我们够不够 · 我们符合条件吗. */
const ASKS_OF_US = /够不够|够(?:格|资格)|符不符合|测算|算算|(?:我|咱|本公司)[^，。？?]{0,8}(?:符合|满足|够)/u;

function answerOne(scene: Scene, found: Finding): Outcome {
  const { entry } = found.ranked[0]!;
  if (entry.kind !== 'measure') return answerPlainly(scene, found);
  const { id } = entry.measure;
  const others = found.ranked
    .slice(1)
    .flatMap((other) => (other.entry.kind === 'measure' ? [other.entry.measure.id] : []));
  const next = { ...scene, state: { ...scene.state, others, lastFocus: found.focuses[0] ?? null } };
  const plain =
    found.focuses[0] !== undefined &&
    PLAIN_FOCUS.has(found.focuses[0]) &&
    !ASKS_OF_US.test(scene.message.text);
  if (!plain && asksWhetherItFits(scene.message.text) && canCheck(scene, id)) {
    const outcome = stepThread({ ...next, state: leaveOther(next.state, id) }, id);
    if (outcome) return outcome;
  }
  return answerPlainly(next, found);
}

function leaveOther(state: Scene['state'], id: string): Scene['state'] {
  return state.thread && state.thread.measure !== id ? leaveThread(state) : state;
}

/** The answer as the `ask` door gives it, in the thread of this conversation. */
function answerPlainly(scene: Scene, found: Finding): Outcome {
  const { mind, today, state } = scene;
  const answer = compose(mind.index, found, {
    today,
    expirySaid: (policy) => state.expirySaid.includes(policy.number),
  });
  const about = answer.measures[0]?.id ?? answer.document;
  const left = about === state.thread?.measure ? state : leaveThread(state);
  const next = { ...(about === null ? left : focusOn(left, about)), lastFocus: found.focuses[0] ?? null };
  const offer = offerOf(scene, next, about);
  const confirm = offer.includes(verdictWords.offerCheck) ? ('check' as const) : null;
  return say(withExpirySaid({ ...next, confirm }, scene, about), `${answer.text}${offer}`, { about });
}

/** What can be done next: go back to the thread left, or check whether one qualifies. */
function offerOf(scene: Scene, { left }: Scene['state'], about: string | null): string {
  if (left && left.measure !== about && !isClosed(scene, left.measure))
    return `\n${verdictWords.backToThread}`;
  return about !== null && canCheck(scene, about) ? `\n${verdictWords.offerCheck}` : '';
}

function isClosed(scene: Scene, measure: string): boolean {
  return checkMeasure(scene, measure, scene.known.profile)?.main.reason.kind === 'closed';
}

/** What was said once of a document's expiry is not said again while the talk stays with it. */
function withExpirySaid(state: Scene['state'], scene: Scene, about: string | null): Scene['state'] {
  const number = subjectOf(scene.mind.knowledge, about)?.policy.number;
  return number === undefined ? state : { ...state, expirySaid: [number] };
}

function answerMenu(scene: Scene, found: Finding): Outcome {
  const answer = compose(scene.mind.index, found, { today: scene.today });
  const options = answer.options.map(({ id, label }) => ({ id, label }));
  const about = answer.options[0]?.id ?? null;
  const others = answer.options.slice(1).map(({ id }) => id);
  const left = leaveThread(scene.state);
  const next = {
    ...(about === null ? left : focusOn(left, about)),
    others,
    lastFocus: found.focuses[0] ?? null,
  };
  return say(next, answer.text, { about, options });
}

function answerNone(scene: Scene, found: Finding): Outcome {
  const answer = compose(scene.mind.index, found, { today: scene.today });
  return say(leaveThread(scene.state), `${answer.text}\n${general.orPerson}`);
}

/** Small talk leaves an open thread open: its question still stands. */
function answerSmallTalk(scene: Scene, found: Finding): Outcome {
  const { state, mind, today } = scene;
  const answer = compose(mind.index, found, { today });
  return say(state, answer.text, { asks: state.asked.length > 0 ? state.asked : null });
}

function another(scene: Scene): Outcome {
  const { state } = scene;
  const [next, ...others] = state.others;
  if (next === undefined) return say(state, general.noOther, { about: state.about });
  const outcome = open({ ...scene, state: { ...state, others } }, next);
  return outcome ?? say(state, general.noOther, { about: state.about });
}
