/** Everything else is a question: answered from the documents, leaning on what is talked about where it leans. */

import { factOfRole } from '../../eligibility/index.ts';
import { subjectOf } from '../../policy/index.ts';
import { type Finding, find, focusesOf } from '../../retrieval/index.ts';
import { general } from '../../words/index.ts';
import { asksWhetherItFits } from '../fit-question.ts';
import { bare, readPick } from '../intents.ts';
import { type Handler, type Outcome, type Scene, say } from '../scene.ts';
import { focusOn } from '../state.ts';
import { open, tell } from '../topic.ts';
import { askAgain, askWhichPolicy } from './ask-back.ts';
import { byBand } from './by-band.ts';
import { namedBySum } from './by-sum.ts';
import { besideTheEnd, explainDay } from './days.ts';
import { detail } from './details.ts';
import { described, describedAndAsked, goBackTo } from './earlier.ts';
import { followUp } from './follow-up.ts';
import { notWritten } from './missing.ts';
import { shareOfDocument } from './of-document.ts';
import { shelf } from './shelf.ts';
import { explainTotal } from './sums.ts';
import { twoAsks } from './two-asks.ts';
import { within } from './within.ts';

/** One thing that a question may be; null where it is not that. */
type Move = (scene: Scene, found: Finding) => Outcome | null;

/** What only points or picks: the question asked before it stays the last one. */
const POINTING: readonly Move[] = [numberAlone, pickedAndAsked, placeInNoList, describedAndAsked, described];

/** In the order in which a question is taken for them; the last one always answers. */
const ASKING: readonly Move[] = [
  ofTheShelf,
  dayOfDocument,
  besideTheEnd,
  explainTotal,
  twoAsks,
  within,
  goBackTo,
  detail,
  shareOfDocument,
  namedBySum,
  followUp,
  askAgain,
  askWhichPolicy,
  notWritten,
  byBand,
];

export const question: Handler = (scene) => {
  const { message, mind, today, state } = scene;
  const asked = { ...scene, state: { ...state, lastQuestion: message.text } };
  const context = { today, context: state.about, home: homeOf(scene) };
  const found = inTheSameWay(scene, find(mind.index, message.text, context));
  return firstOf(POINTING, scene, found) ?? firstOf(ASKING, asked, found);
};

function firstOf(moves: readonly Move[], scene: Scene, found: Finding): Outcome | null {
  for (const move of moves) {
    const outcome = move(scene, found);
    if (outcome) return outcome;
  }
  return null;
}

/** 350, with nothing asked for: of what? */
function numberAlone({ state, message }: Scene): Outcome | null {
  return /^[\d.]+$/u.test(bare(message.text))
    ? say(state, general.whichNumber, { about: state.about })
    : null;
}

/** 第三个多少钱: one of a list, or of the document in hand, and what is asked of it. */
function pickedAndAsked(scene: Scene, found: Finding): Outcome | null {
  const { state, message, mind } = scene;
  const parts = PICKS.exec(bare(message.text))?.groups;
  if (!parts || found.route.documents.length > 0) return null;
  const place = readPick(parts.which!);
  const document = subjectOf(mind.knowledge, state.about)?.policy.measures ?? [];
  const listed = state.menu.length > 0 ? state.menu : document.map(({ id }) => id);
  const id = place === null ? undefined : listed[place - 1];
  const [focus] = focusesOf(parts.rest!);
  const asksStanding = focus === undefined && asksWhetherItFits(parts.rest!);
  if (id === undefined || (focus === undefined && !asksStanding)) return null;
  return asksStanding ? open(scene, id) : tell(scene, id, focus ?? null, parts.rest!);
}
const PICKS =
  /^(?:那|还有)?(?<which>第[一二三四五六七八九1-9](?:个|项|条|种)?)(?:呢|的)?[，,]?(?<rest>[^，。]{2,10})$/u;

/** 明天还能报58号不: the day beside the last one of the document that is named. */
function dayOfDocument(scene: Scene, found: Finding): Outcome | null {
  const [only, ...others] = found.route.documents;
  if (!only || others.length > 0 || found.route.items.length > 0) return null;
  const about = only.number;
  const day = explainDay(scene, about);
  return day && { ...day, state: focusOn(day.state, about) };
}

/** 第五个, where no list is that long. */
function placeInNoList({ state, message }: Scene, found: Finding): Outcome | null {
  const isItem = found.route.items.length > 0 && found.band !== 'none';
  if (readPick(message.text) === null || isItem) return null;
  const { options, about } = state;
  return say(state, options.length > 0 ? general.notInList(options.length) : general.noList, {
    options,
    about,
  });
}

/** 第八条呢, after 第五条责任单位: what names another and asks nothing of it asks the same. */
function inTheSameWay({ state, message }: Scene, found: Finding): Finding {
  const { lastFocus, lastQuestion } = state;
  if (found.focuses.length > 0 || lastFocus === null || !SAME.test(bare(message.text))) return found;
  return { ...found, focuses: [lastFocus], question: `${found.question}，${lastQuestion ?? ''}` };
}
const SAME = /(?:呢|的)$/u;

/** What the shelf as a whole answers, or its rule on getting two grants. */
function ofTheShelf(scene: Scene, found: Finding): Outcome | null {
  return found.band === 'small-talk' ? null : shelf(scene);
}

/** 原文: the whole clause of what is talked about. */
export function original(scene: Scene): Outcome | null {
  const { about } = scene.state;
  return about === null ? null : tell(scene, about, 'original', scene.message.text);
}

/** Where the enterprise has told to be: of near twins of several places, its own is meant. */
function homeOf({ mind, known }: Scene): string | null {
  const fact = factOfRole('place', mind.knowledge.facts);
  const told = fact === null ? undefined : known.profile[fact];
  return typeof told === 'string' ? told : null;
}
