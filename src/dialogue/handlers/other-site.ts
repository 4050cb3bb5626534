/** 我在另一个区还有家分店: another site of one's own, in a place of its own. It is tried out for that place; the record keeps where one is. */
import { factOfRole } from '../../eligibility/index.ts';
import { placeNamed } from '../../language/index.ts';
import { siteWords as words } from '../../words/index.ts';
import { asks } from '../fit-question.ts';
import { type Handler, type Outcome, type Scene, say } from '../scene.ts';
import { canCheck } from '../topic.ts';
import { checkupFor } from './checkup.ts';
import { triedOut } from './what-if.ts';

/** What one has besides the house that was spoken of. */
const SITE =
  /分店|分公司|分厂|分部|门市部?|连锁|加盟|办事处|网点|子公司|(?:还|也|另外?)有[^，。,;!?]{0,6}(?:店|厂|公司|车间|基地|仓库|厂区)/u;

export const otherSite: Handler = (scene) => {
  const { state, mind, known, message } = scene;
  const fact = factOfRole('place', mind.knowledge.facts);
  const place = placeOfSite(scene);
  // The first that is told of is the house itself.
  const isFirst = Object.keys(known.profile).length === 0 && state.about === null;
  if (fact === null || place === null || isFirst || known.profile[fact] === place) return null;
  const about = state.thread?.measure ?? state.about;
  const tried =
    about !== null && asks(message.text) && canCheck(scene, about)
      ? triedOut(scene, about, { [fact]: place })
      : null;
  const seen =
    tried ?? checkupFor({ ...scene, known: { ...known, profile: { ...known.profile, [fact]: place } } });
  return asOfSite(state, seen, place);
};

/** Where the clause that speaks of a site of one's own says that it is. */
function placeOfSite({ utterance, mind }: Scene): string | null {
  const clause = utterance.clauses.find(
    ({ text, holder, addresses }) =>
      holder === 'self' && !addresses && SITE.test(text) && /[我咱俺]|自己/u.test(text),
  );
  return clause ? placeNamed(clause.text, mind.knowledge.places) : null;
}

/** What was asked for it and what it came to is of the other site: only the talk goes on. */
function asOfSite(state: Scene['state'], { state: after, reply }: Outcome, place: string): Outcome {
  const next = {
    ...after,
    thread: state.thread,
    said: state.said,
    checkup: null,
    checkedUp: state.checkedUp,
  };
  return say(next, reply.text, { ...reply, text: `${words.ofSite(place)}\n${reply.text}`, asks: null });
}
