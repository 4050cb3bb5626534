/** `npm run benchmark`: every system on every set, in one table. See README.md for what the sets are and are not. */
import { type FigureCase, figuresRight } from '../test/eval/score/figures.ts';
import type { CreateSystem, System, Verdict } from './system.ts';
import { bm25 } from './systems/bm25.ts';
import { fuse } from './systems/fuse.ts';
import { huiqi } from './systems/huiqi.ts';
import { regexBot } from './systems/regex-bot.ts';
import { readSet, shippedWorld, unseenWorld, type World } from './world.ts';

const SYSTEMS: CreateSystem[] = [bm25, fuse, regexBot, huiqi];

interface Question {
  question: string;
  kind?: string;
  gold: string[];
  also?: string[];
}
interface AmountCase {
  text: string;
  measure: string;
  verdict: Verdict;
  amountYuan: number | null;
}
interface DraftCase {
  measure: string;
  pays: string[];
}

/** One line of the table: what was counted, and of how many; null where a system cannot do it. */
interface Row {
  set: string;
  figure: string;
  cases: number;
  values: (string | null)[];
}

const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)}%`;
const documentOf = (id: string): string => id.split('#')[0]!;

export function benchmark(): { systems: string[]; rows: Row[] } {
  const shipped = shippedWorld();
  const unseen = unseenWorld();
  const known = SYSTEMS.map((create) => create(shipped));
  const fresh = SYSTEMS.map((create) => create(unseen));
  const blind = ['3', '4', '5'].flatMap((n) => readSet<Question>(`../test/eval/questions.blind${n}.jsonl`));
  return {
    systems: known.map(({ name }) => name),
    rows: [
      ...questionRows(
        shipped,
        known,
        blind.filter(({ kind }) => kind !== 'smalltalk' && kind !== 'overview'),
      ),
      ...questionRows(unseen, fresh, readSet<Question>('questions.jsonl')),
      ...draftRows(unseen, fresh, readSet<DraftCase>('drafting.jsonl')),
      ...amountRows(unseen, fresh, readSet<AmountCase>('amounts.jsonl')),
      figureRow(known, readSet<FigureCase>('../test/eval/figures.dev.jsonl')),
    ],
  };
}

function questionRows({ name }: World, systems: System[], cases: Question[]): Row[] {
  const real = cases.filter(({ gold }) => gold.length > 0);
  const none = cases.filter(({ gold }) => gold.length === 0);
  const answers = systems.map(({ find }) => new Map(cases.map((one) => [one, find?.(one.question) ?? []])));
  const isRight = (id: string | undefined, { gold, also = [] }: Question): boolean =>
    id !== undefined &&
    [...gold, ...also].some((one) => (one.includes('#') ? one === id : one === documentOf(id)));
  const row = (figure: string, all: Question[], holds: (found: string[], one: Question) => boolean): Row => ({
    set: `questions, ${name}`,
    figure,
    cases: all.length,
    values: answers.map((given) =>
      share(all.filter((one) => holds(given.get(one)!, one)).length, all.length),
    ),
  });
  return [
    row('right measure first', real, (found, one) => isRight(found[0], one)),
    row('… among the first three', real, (found, one) => found.slice(0, 3).some((id) => isRight(id, one))),
    row('unanswerable refused', none, (found) => found.length === 0),
  ];
}

function draftRows({ name }: World, systems: System[], cases: DraftCase[]): Row[] {
  const paying = cases.filter(({ pays }) => pays.length > 0);
  const same = (a: string[], b: string[]) => JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());
  const row = (figure: string, all: DraftCase[], form: (pays: string) => string): Row => ({
    set: `drafting, ${name}`,
    figure,
    cases: all.length,
    values: systems.map(({ draft }) =>
      draft
        ? share(
            all.filter(({ measure, pays }) => same(draft(measure).map(form), pays.map(form))).length,
            all.length,
          )
        : null,
    ),
  });
  return [
    row('sums of a measure right', paying, (pays) => pays.replace(/ (?:cap|from).*$/u, '')),
    row('… with limits and thresholds', paying, (pays) => pays),
    row(
      'no sum where there is none',
      cases.filter(({ pays }) => pays.length === 0),
      (pays) => pays,
    ),
  ];
}

function amountRows({ name }: World, systems: System[], cases: AmountCase[]): Row[] {
  const answers = systems.map(({ match }) =>
    match ? cases.map((one) => match(one.text, one.measure)) : null,
  );
  const row = (
    figure: string,
    holds: (got: ReturnType<NonNullable<System['match']>>, one: AmountCase) => boolean,
    all = cases,
  ): Row => ({
    set: `verdicts and amounts, ${name}`,
    figure,
    cases: all.length,
    values: answers.map((given) =>
      given ? share(all.filter((one) => holds(given[cases.indexOf(one)]!, one)).length, all.length) : null,
    ),
  });
  const due = cases.filter(({ amountYuan }) => amountYuan !== null);
  const not = cases.filter(({ verdict }) => verdict !== 'eligible');
  return [
    row('verdict right', (got, one) => got.verdict === one.verdict),
    row('amount right', (got, one) => got.verdict === 'eligible' && got.amountYuan === one.amountYuan, due),
    row('told yes who is not (lower is better)', (got) => got.verdict === 'eligible', not),
  ];
}

const figureRow = (systems: System[], cases: FigureCase[]): Row => ({
  set: 'figures (development set)',
  figure: 'texts wholly right',
  cases: cases.length,
  values: systems.map(({ figures }) =>
    figures
      ? share(
          cases.filter((one) => figuresRight(one, figures(one.text, one.ref ?? null))).length,
          cases.length,
        )
      : null,
  ),
});

export function tableOf({ systems, rows }: ReturnType<typeof benchmark>): string {
  const lines = rows.map(
    ({ set, figure, cases, values }) =>
      `| ${set} | ${figure} | ${cases} | ${values.map((one) => one ?? '–').join(' | ')} |`,
  );
  return `| set | figure | cases | ${systems.join(' | ')} |\n|---|---|---|${systems.map(() => '---|').join('')}\n${lines.join('\n')}\n`;
}

if (import.meta.main) process.stdout.write(tableOf(benchmark()));
