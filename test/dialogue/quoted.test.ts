/** What is quoted, passed on or pasted is somebody else's: nothing of it is stored. */
import { expect, test } from 'vitest';
import { turn } from '../../src/dialogue/index.ts';
import { shippedMind } from '../support/shipped.ts';

const mind = shippedMind();
const planner = {
  choose: () => null,
  plan: () => ({ choice: { kind: 'days-before' as const, days: [7] }, times: [] }),
  dayNote: () => null,
};

function stored(text: string, quoted?: string): string[] {
  const { effects } = turn({
    state: null,
    message: { text, quoted },
    now: '2022-06-20T10:00',
    today: '2022-06-20',
    known: { profile: {}, enterprise: null, reminders: [], tickets: [], firstContact: false, push: 'always' },
    mind,
    planner,
  });
  return effects.flatMap((effect) => (effect.kind === 'profile-updated' ? Object.keys(effect.facts) : []));
}

test.each([
  ['above a line of dashes', '「小王：我们厂500人在岗」\n- - - - - - - - - - - - - - -\n端午不停产能拿多少'],
  ['in lines with >', '> 我们制造业，500人在岗\n这个能拿多少'],
  ['marked as passed on', '【转】我们厂端午没停，在岗500人'],
  ['named as seen in a group', '群里看到的：制造业，端午没停，在岗500人'],
])('a quotation %s', (_name, text) => {
  expect(stored(text)).toEqual([]);
});

test('what a channel hands over as quoted', () => {
  expect(stored('这个能拿多少', '我们制造业，端午没停，在岗500人')).toEqual([]);
});

test('what is answered to a quotation is one’s own', () => {
  expect(stored('我们制造业，在岗290人', '每天实际在岗多少人？')).toContain('manufacturing');
});

test('the clauses of the documents, pasted whole', () => {
  const { policies } = mind.knowledge;
  const clauses = policies.flatMap(({ measures }) => measures.map(({ clause }) => clause.text));
  expect(clauses.length).toBeGreaterThan(70);
  expect(clauses.filter((clause) => stored(clause).length > 0)).toEqual([]);
});
