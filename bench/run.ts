/** `npm run bench NAME` runs bench/NAME.ts; without a name it lists what there is. */
import { readdirSync } from 'node:fs';

const folder = new URL('./', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => /^[a-z]+\.ts$/.test(file) && file !== 'run.ts')
  .map((file) => file.replace('.ts', ''));
const name = process.argv[2] ?? '';
if (names.includes(name)) {
  await import(new URL(`${name}.ts`, folder).href);
} else {
  process.stderr.write(`用法：npm run bench 名称　可用的名称：${names.join(' | ')}\n`);
  process.exitCode = 2;
}
