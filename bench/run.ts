/** `npm run bench NAME` runs bench/NAME.ts; without a name it lists what there is. */
import { existsSync, readdirSync } from 'node:fs';

const folder = new URL('./', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => /^[a-z]+\.ts$/.test(file) && file !== 'run.ts')
  .map((file) => file.replace('.ts', ''));
const name = process.argv[2] ?? '';
if (!existsSync(new URL('node_modules', folder))) {
  process.stderr.write('对照用的程序还没有安装，请先运行：npm ci --prefix bench\n');
  process.exitCode = 1;
} else if (names.includes(name)) {
  await import(new URL(`${name}.ts`, folder).href);
} else {
  process.stderr.write(`用法：npm run bench 名称　可用的名称：${names.join(' | ')}\n`);
  process.exitCode = 2;
}
