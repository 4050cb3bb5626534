import { expect, test } from 'vitest';
import { ENTERPRISE, type Statement } from '../../src/contract/index.ts';
import { ownFactSchema, profilesOf, statementsOf, thingsOf } from '../../src/facts/index.ts';

const told = (
  fact: string,
  value: Statement['value'],
  entity = ENTERPRISE,
  period: Statement['period'] = null,
) => ({
  fact,
  value,
  entity,
  period,
  evidence: null,
  said: '2030-05-01',
});

test('each order is looked at with what is said of the enterprise, and none is added to another', () => {
  const profiles = profilesOf([
    told('industrial', true),
    told('orderYuan', 3000, 'order:1'),
    told('signedOn', '2030-04-01', 'order:1'),
    told('orderYuan', 4000, 'order:2'),
  ]);
  expect(profiles).toEqual([
    { industrial: true, orderYuan: 3000, signedOn: '2030-04-01' },
    { industrial: true, orderYuan: 4000 },
  ]);
});

test('last year’s figure does not overwrite this year’s', () => {
  const first = { from: '2029-01-01', to: '2029-12-31' };
  const second = { from: '2030-01-01', to: '2030-12-31' };
  const profiles = profilesOf([told('sales', 7, ENTERPRISE, second), told('sales', 5, ENTERPRISE, first)]);
  expect(profiles).toEqual([
    { sales: { min: 7, max: 7, period: second } },
    { sales: { min: 5, max: 5, period: first } },
  ]);
});

test('a profile told before there were statements becomes some, and is itself again', () => {
  const period = { from: '2030-01-01', to: '2030-03-31' };
  const profile = { sales: { min: 5, max: 5, period }, industrial: true };
  const statements = statementsOf(profile, '2030-05-01');
  expect(statements).toMatchObject([
    { fact: 'sales', value: 5, period, evidence: null },
    { fact: 'industrial', value: true, period: null },
  ]);
  expect(profilesOf(statements)).toEqual([profile]);
});

test('nothing told is one empty profile', () => {
  expect(profilesOf([])).toEqual([{}]);
});

test('an order told of the enterprise itself is one of the orders beside it, and lends them none of its facts', () => {
  const declared = (type: 'number' | 'boolean') =>
    ownFactSchema.parse({
      type,
      entity: 'order',
      question: '？',
      ...(type === 'number' && { unit: 'yuan' }),
    });
  const facts = new Map(
    Object.entries({ orderYuan: declared('number'), delivered: declared('boolean') }).map(([name, fact]) => [
      name,
      { ...fact, label: name, topic: name },
    ]),
  );
  const statements = [
    told('industrial', true),
    told('orderYuan', 8000),
    told('delivered', true),
    told('orderYuan', 4500, 'order:1'),
  ];
  expect(profilesOf(statements, facts)).toEqual([
    { industrial: true, orderYuan: 8000, delivered: true },
    { industrial: true, orderYuan: 4500 },
  ]);
  expect(thingsOf(statements)).toEqual([{ kind: 'order', facts: { orderYuan: 4500 } }]);
});
