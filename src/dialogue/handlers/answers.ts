/** A tap that tells facts: each is what its declaration allows, and counts as said. Nothing has to be read. */
import { type FactValue, factsOfChoice } from '../../contract/index.ts';
import { believable } from '../../facts/index.ts';
import { sayFacts, verdictWords as words } from '../../words/index.ts';
import { type Handler, type Scene, say } from '../scene.ts';
import { stepThread } from '../thread.ts';
import { relevance } from '../topic.ts';
import { continueCheckup } from './checkup.ts';

export const answers: Handler = (scene) => {
  const { state, mind, message } = scene;
  const told = factsOfChoice(message.choice);
  if (told === null) return null;
  const { facts, unknown } = declared(scene, told);
  const names = [...Object.keys(facts), ...unknown];
  if (names.length === 0) return say(state, words.askNext);
  if (state.checkup !== null) return continueCheckup(scene, state.checkup, { facts, unknown });
  const measure = [state.thread?.measure, state.about, state.left?.measure].find(
    (id) => id != null && relevance(scene, id, names) > 0,
  );
  const outcome = measure ? stepThread(scene, measure, { facts, notKnown: unknown }) : null;
  if (outcome !== null) return outcome;
  if (Object.keys(facts).length === 0) return say(state, words.askNext);
  const noted = `${words.noted(sayFacts(mind.knowledge, facts))}${words.askNext}`;
  return say(state, noted, { about: state.about }, [{ kind: 'profile-updated', facts }]);
};

/** What of it knowledge declares, with values that can be; null says that it is not known. */
function declared({ mind }: Scene, told: Record<string, unknown>) {
  const facts: Record<string, FactValue> = {};
  const unknown: string[] = [];
  for (const [name, value] of Object.entries(told)) {
    const fact = mind.knowledge.facts.get(name);
    const believed = fact && value !== null ? believable(fact, value) : null;
    if (fact && value === null) unknown.push(name);
    if (believed !== null) facts[name] = believed;
  }
  return { facts, unknown };
}
