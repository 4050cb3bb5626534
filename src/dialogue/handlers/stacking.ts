/** 区里已经给过3万，能叠加吗: what the document says of getting both, and what that makes of the amount. */
import { withFacts } from '../../facts/index.ts';
import { formatYuan, readFigures } from '../../figures/index.ts';
import { supposes } from '../../language/index.ts';
import { type Policy, subjectOf } from '../../policy/index.ts';
import { sayAmount, stackingWords as words } from '../../words/index.ts';
import { checkMeasure } from '../check.ts';
import { readScene } from '../reading.ts';
import { type Handler, type Outcome, type Scene, say } from '../scene.ts';
import { before, remember } from '../state.ts';
import { namedMeasure } from '../target.ts';
import { replyOf, stepThread } from '../thread.ts';
import { tellWithin } from './within.ts';

export const stacking: Handler = (scene) => {
  const { state, message, mind } = scene;
  const about = state.thread?.measure ?? state.about;
  if (about !== null && NOT_SAME.test(message.text)) return notTheSame(scene, about);
  if (!ASKS_BOTH.test(message.text) || tellsMore(scene)) return null;
  // 口罩线补贴拿了还能申请别的不, of a document: of the measure that is named.
  const isMeasure = Boolean(subjectOf(mind.knowledge, about)?.measure);
  const meant = about === null || isMeasure ? about : namedMeasure(scene);
  const subject = subjectOf(mind.knowledge, meant);
  return meant !== null && subject?.measure ? ofMeasure(scene, meant, subject.policy) : null;
};

/** 给过3万 · 贴息拿了还能拿那个不 · 已经领了区里的补贴 · 能叠加吗 · 能和别的一起拿吗 · 冲突吗 · 能不能重复享受. */
const ASKS_BOTH =
  /(?:给|领|拿|补|奖|发|享受|得)(?:到)?过(?!年|节|期)|(?:已经|已)(?:给|领|拿|补|享受|发)(?:了|过)|(?:拿|领|享受|报|补|奖)(?:了|到)[^。；？]{0,8}(?:还|再)(?:能|可以)?(?:拿|领|享受|报|申请)|叠加|重复(?:享受|拿|领|申)|(?:一起|同时|(?<![家户业])都)(?:能|可以)?(?:享受|拿|领|申请|报)[^，。]{0,4}吗|(?:和|跟|与)[^，。]{1,12}(?:冲突|一起|同时)|冲突|冲不冲|(?:区|县|市|省|别的|其他)(?:里|级|政府)?[^，。]{0,6}(?:给|补|奖|发)(?:了|过)?[^，。]{0,3}\d/u;

/** 已经领了3万 · 县里给过7万: it is told that something was got; 和那个10万能一起领吗 only asks. */
const TELLS_RECEIVED =
  /(?:给|领|拿|补|奖|发|享受|得|报)(?:到)?(?:了|过|我们?|咱们?)*[^，。]{0,8}\d|已经?|\d[\d.]*[万亿]?元?[^，。]{0,4}(?:到账|到手)/u;

/** 如果区里给了12万呢: worked out beside the record. */
const supposesIt = (text: string): boolean => supposes(text) || /^那[^，。]*呢[?？]?$/u.test(text);

/** 中央和省级补助政策不重复享受: the measure's own rule. */
const OVERLAP = /[^，。；（(]*(?:不(?:得)?重复享受|就高不就低|不(?:得|能)?叠加)[^，。；）)]*/u;

/** 不是同一项目 · 两个不是一回事. */
const NOT_SAME = /(?:不是|不算|并非|不属于)(?:同一|一)(?:个|回)?(?:项目|事|类|项)/u;

/** What was received for something else does not count. */
function notTheSame(scene: Scene, about: string): Outcome | null {
  const fact = sameItemFact(scene);
  if (fact === null || scene.known.profile[fact] === undefined) return null;
  return stepThread(scene, about, { facts: { [fact]: null } });
}

/** The fact that says what was got for the same item elsewhere. */
function sameItemFact({ mind }: Scene): string | null {
  return [...mind.knowledge.facts].find(([, { role }]) => role === 'same-item')?.[0] ?? null;
}

/** 国家的补助已经拿过了, where the measure itself looks at that: then it is a fact like others. */
function tellsMore(scene: Scene): boolean {
  const same = sameItemFact(scene);
  return Object.keys(readScene(scene).facts).some((name) => name !== same);
}

function ofMeasure(scene: Scene, about: string, policy: Policy): Outcome {
  const { state, known, mind } = scene;
  const { facts } = mind.knowledge;
  const fact = sameItemFact(scene);
  const received = TELLS_RECEIVED.test(scene.message.text) ? sumIn(scene) : null;
  const { measure } = subjectOf(mind.knowledge, about) ?? {};
  const own = OVERLAP.exec(measure?.clause.text.replace(/\s/gu, '') ?? '')?.[0];
  if (own) return say(state, words.rule(own, words.document(policy.number)), { about });
  if (!policy.overlap || fact === null)
    return tellWithin(scene, { aspect: 'overlap' }) ?? say(state, words.notStated(policy.number), { about });
  const told = received === null ? {} : { [fact]: received };
  const checked = checkMeasure(scene, about, withFacts(known.profile, told), {
    benefit: state.thread?.benefit ?? null,
  });
  const rule = words.rule(policy.overlap.quote.replace(/\s/gu, ''), words.document(policy.number));
  if (!checked) return say(state, rule, { about });
  const { main } = checked;
  const outcome =
    received === null
      ? words.perhaps
      : main.reason.kind === 'received'
        ? words.less(formatYuan(received))
        : words.more(formatYuan(received), sayAmount(main, facts));
  const kept = received !== null && !supposesIt(scene.message.text);
  const next = !kept
    ? state
    : remember(state, { ...before(known), about: state.about, thread: state.thread });
  return say(
    { ...next, asked: state.asked },
    `${outcome}\n${rule}`,
    { ...replyOf(checked, [], scene), asks: state.asked.length > 0 ? state.asked : null },
    !kept ? [] : [{ kind: 'profile-updated', facts: told }],
  );
}

/** The sum that was received: 3万 is money here, its unit left out or not; 给过3万 is a sum got, not one exceeded. */
function sumIn({ message, now }: Scene): number | null {
  const text = message.text
    .replace(/(?<verb>[给领拿补奖发得受])到?过/gu, '$<verb>了')
    .replace(/(?<sum>\d[\d.]*\s*[万亿])(?!元)/gu, '$<sum>元');
  for (const figure of readFigures(text, { ref: now }))
    if (figure.kind === 'money' && figure.value !== undefined) return figure.value;
  return null;
}
