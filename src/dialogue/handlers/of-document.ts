/** 58号有我们的份吗: a whole document, measure by measure, for who has told what he is. */
import { bestFirst, evaluateAll, checkup as findAll, type Result } from '../../eligibility/index.ts';
import { type Policy, subjectOf } from '../../policy/index.ts';
import { contentWords, type Finding, namesNoTopic } from '../../retrieval/index.ts';
import {
  explainVerdict,
  itemWords,
  sayAmount,
  validityFirst,
  checkupWords as words,
} from '../../words/index.ts';
import { asks, asksWhetherItFits } from '../fit-question.ts';
import { clausesOf } from '../reading.ts';
import { type Outcome, type Scene, say } from '../scene.ts';
import { focusOn } from '../state.ts';
import { leaveThread } from '../thread.ts';

const MOST_LISTED = 6;

export function shareOfDocument(scene: Scene, found: Finding): Outcome | null {
  const { mind, known, today, message, state } = scene;
  const inHand = asksWhichOfIt(scene) ? subjectOf(mind.knowledge, state.about) : null;
  const policy = inHand?.policy ?? documentMeant(scene, found);
  // 那能报哪个: asked of each of it, whoever asks.
  const isKnown = Object.keys(known.profile).length > 0 || WHICH.test(message.text);
  if (policy === null || !isKnown || !asksForShare(message.text)) return null;
  const only = { ...mind.knowledge, policies: [policy] };
  const { fits, might, misses, undated } = findAll(only, known.profile, { today, unplaced: 'asked' });
  const lists: [string, Result[]][] = [
    [words.fits, fits],
    [words.might, [...might, ...undated]],
    [words.misses, misses],
  ];
  const listed = lists.flatMap(([, results]) => results).slice(0, MOST_LISTED);
  const lines = lists.flatMap(([head, results]) => {
    const shown = results.filter((result) => listed.includes(result));
    return shown.length === 0
      ? []
      : [head, ...shown.map((result) => `${listed.indexOf(result) + 1}. ${entryOf(scene, result)}`)];
  });
  const head = listed.length > 0 ? words.inDocument(policy.number) : noShareLine(scene, policy);
  const text = [validityFirst(policy, today), head, ...lines].filter((line) => line !== null).join('\n');
  return say(focusOn(leaveThread(state), policy.number), text, {
    about: policy.number,
    options: listed.map(({ measure }) => ({ id: measure.id, label: measure.title })),
  });
}

/** 我们是中型机械厂，能沾上哪条: of the document in hand, whatever else looks at what is told beside. */
export function asksWhichOfIt({ state, mind, message }: Scene): boolean {
  const inHand = subjectOf(mind.knowledge, state.about);
  return inHand !== null && inHand.measure === null && WHICH.test(message.text) && asksForShare(message.text);
}
const WHICH = /哪一?[个条项几些]/u;

/** The one that is named, else the one in hand, where the question names nothing in it. */
function documentMeant({ state, mind, message }: Scene, { route }: Finding): Policy | null {
  // 产值涨了三成，那能报哪个: what is told beside names nothing in it.
  const asking = clausesOf(message.text).filter(asks).join('，');
  const topics = contentWords(asking).filter((word) => !namesNoTopic(word) && !OF_DOCUMENT.test(word));
  if (topics.length > 0 || route.items.length > 0 || route.documents.length > 1) return null;
  const [named] = route.documents;
  const inHand = subjectOf(mind.knowledge, state.about);
  return named ?? (inHand?.measure === null ? inHand.policy : null);
}
const OF_DOCUMENT = /^(?:号文?件?|文件?|份|那份|这份|领|有关|相关|哪[几些]条)$/u;

const asksForShare = (text: string): boolean =>
  asksWhetherItFits(text) || (SHARE.test(text) && OF_US.test(text));
const SHARE = /的份|份吗|有份|有关|相关|享受|用得上|拿|领|适[用合]|轮[得不]?到|沾/u;
const OF_US = /我|咱|本公司/u;

function entryOf({ mind }: Scene, result: Result): string {
  const { facts } = mind.knowledge;
  const { measure, missing, verdict } = result;
  const amount = verdict === 'ineligible' ? explainVerdict(result, facts) : sayAmount(result, facts);
  const more = verdict === 'unknown' && missing.length > 0 ? `，${words.missing(missing.length)}` : '';
  return words.entry(`${measure.title}（${itemWords(measure)}）`, `${amount}${more}`);
}

/** Why the nearest of it does not fit. */
function noShareLine({ mind, known, today }: Scene, policy: Policy): string {
  const [nearest] = bestFirst(
    evaluateAll({ ...mind.knowledge, policies: [policy] }, known.profile, { today }),
  );
  const { number } = policy;
  return nearest
    ? words.noneInDocument(number, nearest.measure.title, explainVerdict(nearest, mind.knowledge.facts))
    : words.nothingInDocument(number);
}
