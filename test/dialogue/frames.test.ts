/** Whoever opens the talk tells nothing by it; what somebody else tells is nobody's own; what one tells oneself is kept behind any opening. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { turn } from '../../src/dialogue/index.ts';
import { shippedMind } from '../support/shipped.ts';

const frames = parse(readFileSync(new URL('./frames.yaml', import.meta.url), 'utf8')) as {
  openings: string[];
  hearsay: string[];
};
const mind = shippedMind();
const today = '2022-06-20';

/** The facts that a first message stores. */
function stored(text: string): Record<string, unknown> {
  const { effects } = turn({
    state: null,
    message: { text },
    now: `${today}T09:00`,
    today,
    known: { profile: {}, enterprise: null, reminders: [], tickets: [], firstContact: false, push: 'never' },
    mind,
    planner: {
      choose: () => null,
      plan: () => ({ choice: { kind: 'days-before', days: [] }, times: [] }),
      dayNote: () => null,
    },
  });
  return Object.assign(
    {},
    ...effects.map((effect) => (effect.kind === 'profile-updated' ? effect.facts : {})),
  );
}

/** One of so many: a frame is tried on each of them. */
const every = (step: number) => (_: unknown, place: number) => place % step === 0;

const evaluation = new URL('../eval/', import.meta.url);
const QUESTIONS = readdirSync(evaluation)
  .filter((file) => file.startsWith('questions.'))
  .flatMap((file) => readFileSync(new URL(file, evaluation), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as { question: string; kind: string })
  .filter(({ kind }) => kind !== 'smalltalk')
  .filter(every(25))
  .map(({ question }) => ({ said: question, bare: stored(question) }));

const cases = new URL('../eligibility/cases/', import.meta.url);
const TOLD = readdirSync(cases)
  .map((file) => parse(readFileSync(new URL(file, cases), 'utf8')) as Record<string, { say?: string }[]>)
  .flatMap((file) => Object.values(file).filter(Array.isArray).flat())
  .flatMap(({ say }) => (say && !/^(?:听|如果|要是|假)/u.test(say) ? [say] : []))
  .filter(every(40))
  .map((said) => ({ said, bare: stored(said) }));
/** What comes back to oneself in so many words is one's own again. */
const SELF = /我|咱|俺|本公司|本厂|本企业|自己|自家|车间|会计|财务/u;

describe.each(frames.openings)('“%s”', (opening) => {
  it('before a question stores nothing that the question alone does not', () => {
    const more = QUESTIONS.flatMap(({ said, bare }) =>
      Object.keys(stored(opening + said))
        .filter((name) => !(name in bare))
        .map((name) => `${said} → ${name}`),
    );
    expect(more).toEqual([]);
  });

  it('before what is told loses nothing of it', () => {
    const lost = TOLD.flatMap(({ said, bare }) => {
      const now = stored(opening + said);
      return Object.keys(bare)
        .filter((name) => JSON.stringify(now[name]) !== JSON.stringify(bare[name]))
        .map((name) => `${said} → ${name}`);
    });
    expect(lost).toEqual([]);
  });
});

it.each(frames.hearsay)('“%s” makes nothing that follows one’s own', (frame) => {
  const told = TOLD.filter(({ said }) => !SELF.test(said));
  expect(told.length).toBeGreaterThan(10);
  expect(told.filter(({ said }) => Object.keys(stored(frame + said)).length > 0)).toEqual([]);
});
