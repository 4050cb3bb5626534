/**
 * 够得着的钱: how long is the console's page of everybody × everything? `npm run bench reach [ENTERPRISES] [BENEFITS]`: recombined rules in documents of
 * ten, enterprises that told some facts and such that told all, stored and judged.
 */
import type { Statement } from '../src/contract/index.ts';
import { statementsOf } from '../src/facts/index.ts';
import type { Benefit, Knowledge } from '../src/policy/index.ts';
import { reachOf } from '../src/service/index.ts';
import { openStore } from '../src/store/index.ts';
import { benefits, conditional, enterprise, TODAY } from './eligibility-enterprises.ts';
import { random } from './random.ts';

const MANY = Number(process.argv[3] ?? 10_000);
const RULES = Number(process.argv[4] ?? 1_000);
const A_DOCUMENT = 10;
const next = random(20_261_129);
const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;

/** Other thresholds, and conditions drawn from two rules. */
function benefit(): Benefit {
  const base = pick(benefits);
  const needs = [...base.needs, ...pick(benefits).needs].map((need) =>
    need.kind === 'test' && 'bound' in need.test
      ? {
          ...need,
          test: {
            ...need.test,
            bound: {
              ...need.test.bound,
              value: Math.round(need.test.bound.value * (0.5 + next()) * 1000) / 1000,
            },
          },
        }
      : need,
  );
  return { ...base, needs };
}

function generated(): Knowledge {
  const policies = Array.from({ length: RULES / A_DOCUMENT }, (_, i) => {
    const base = pick(conditional.policies.filter(({ measures }) => measures.length > 0));
    const [measure] = base.measures;
    const measures = Array.from({ length: A_DOCUMENT }, (_unused, n) => ({
      ...measure!,
      id: `测${i}#${n + 1}`,
      benefits: [benefit()],
    }));
    return { ...base, number: `测${i}`, applyBy: null, validUntil: null, measures };
  });
  return { ...conditional, policies };
}

const knowledge = generated();

async function measured(title: string, told: () => Statement[]): Promise<void> {
  const store = await openStore({ memory: true });
  for (let i = 0; i < MANY; ) {
    await store.transaction(async ({ profiles }) => {
      for (const end = Math.min(MANY, i + 500); i < end; i += 1)
        await profiles.believe({ channel: 'web', senderId: `e${i}` }, null, { told: told() }, i);
    });
  }
  const [before, worked] = [performance.now(), process.cpuUsage()];
  const reach = await reachOf(store, { knowledge, today: TODAY });
  const taken = (performance.now() - before) / 1000;
  const busy = process.cpuUsage(worked).user / 1e6;
  const sum = (count: (one: (typeof reach.measures)[number]) => number) =>
    reach.measures.reduce((all, one) => all + count(one), 0);
  console.log(
    `${title}: ${reach.enterprises} enterprises × ${RULES} benefits  ${taken.toFixed(1)} s, ${busy.toFixed(1)} s of them at work  (fits ${sum((m) => m.fits)}, yuan ${sum((m) => m.yuan)}, near ${sum((m) => m.near)}, lacking ${sum((m) => m.lacking)})`,
  );
  await store.close();
}

const all = () => statementsOf(enterprise(next), TODAY);
await measured('an eighth of all facts told', () => all().filter(() => next() < 1 / 8));
await measured('all facts told', all);
