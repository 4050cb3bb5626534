/** `npm run verify`: the accuracy table that the README shows. With --floor it records today's figures as the floor of the tests. */
import { writeFileSync } from 'node:fs';
import { type Measured, measureAll } from './measure.ts';

export function show({ value, unit }: Pick<Measured, 'value' | 'unit'>): string {
  return unit === 'share' ? `${(100 * value).toFixed(1)}%` : String(value);
}

const measured = await measureAll();
const rows = measured.map(
  (row) => `| ${row.set.replace('.jsonl', '')} | ${row.name} | ${row.cases} | ${show(row)} |`,
);
process.stdout.write(`| set | figure | cases | value |\n|---|---|---|---|\n${rows.join('\n')}\n`);
if (process.argv.includes('--floor')) {
  const floor = Object.fromEntries(
    measured.map(({ set, name, value }) => [`${set} ${name}`, Number(value.toFixed(4))]),
  );
  writeFileSync(new URL('floor.json', import.meta.url), `${JSON.stringify(floor, null, 2)}\n`);
}
