import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changed, POLICY, sampleFiles } from './sample.ts';

const CLI = join(import.meta.dirname, '..', '..', 'bin', 'huiqi.mjs');
const draft = (text: string) => text.replace(/^approved:.*\n/mu, '');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiqi-knowledge-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(policy: string): void {
  for (const { path, text } of sampleFiles(policy)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function huiqi(...words: string[]) {
  const env = { ...process.env, HUIQI_KNOWLEDGE_DIR: folder, HUIQI_TODAY: '2031-12-20' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...words], { encoding: 'utf8', env });
  return { status, stdout, stderr };
}

test('knowledge check names file, line and quote, and ends with 1', { timeout: 60_000 }, () => {
  write(changed('cap: 30万元', 'cap: 31万元'));
  const { status, stdout, stderr } = huiqi('knowledge', 'check');
  expect(status).toBe(1);
  expect(stderr).toMatch(/policies\/tea\/policy\.yaml:\d+ “对 2031 年.*31万元/u);
  expect(stdout).toBe('核对了 1 份文件、3 条措施、2 项惠企待遇，有 1 处要改正。\n');
});

test('a draft is approved once it agrees with its source, and then closes when it says', {
  timeout: 60_000,
}, () => {
  write(draft(changed('cap: 30万元', 'cap: 31万元')));
  expect(huiqi('approve', 'tea', '--by', '李茶')).toMatchObject({ status: 1, stdout: '' });
  expect(huiqi('knowledge', 'check')).toMatchObject({ status: 0 });

  write(draft(POLICY));
  expect(huiqi('deadlines', '--json').stdout).toBe('[]\n');
  expect(huiqi('approve', 'tea', '--by', '李茶').status).toBe(0);
  expect(readFileSync(join(folder, 'policies/tea/approval.yaml'), 'utf8')).toContain(
    'by: 李茶\n    on: 2031-12-20',
  );
  const { stdout } = huiqi('deadlines');
  expect(stdout).toContain('明府办发〔2031〕7号《关于扶持茶业的若干措施》　将到期，还有11天');
  expect(stdout).toContain('申报截至 2032年1月20日（还有31天）');
});
