import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { saveDraft, slugOf } from '../../src/ingest/draft.ts';
import { ingestText } from '../../src/ingest/ingest-text.ts';
import { runCommand } from '../support/run-command.ts';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'huiqi-ingest-'));
const SOURCE =
  '某政发〔2024〕1号\n关于支持企业的若干措施\n一、支持上规。奖励10万元。（责任单位：市工信局）\n二、支持技改。按10%补助。（责任单位：市财政局）\n';
writeFileSync(join(folder, 'a.txt'), SOURCE);
writeFileSync(join(folder, 'empty.txt'), '');

interface Outcome {
  stdout: string;
  stderr: string;
  code: number;
}
async function ingest(...words: string[]): Promise<Outcome> {
  const { code, out, err } = await runCommand(['ingest', ...words], {});
  return { code, stdout: out, stderr: err };
}
/** The same as a process of its own. */
const started = (...words: string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      ['bin/huiqi.mjs', 'ingest', ...words],
      { cwd: ROOT },
      (error, stdout, stderr) => resolve({ stdout, stderr, code: error ? Number(error.code) : 0 }),
    );
  });

describe('huiqi ingest', () => {
  test('prints one JSON object a line for each file, and nothing on stderr without a terminal', async () => {
    const { stdout, stderr } = await started('--json', join(folder, 'a.txt'), join(folder, 'a.txt'));
    const [first, second, rest] = stdout.split('\n');
    expect(JSON.parse(first!)).toMatchObject({
      number: '某政发〔2024〕1号',
      issued: null,
      validUntil: null,
      measures: [{ id: '某政发〔2024〕1号#1', responsible: ['市工信局'] }, { id: '某政发〔2024〕1号#2' }],
    });
    expect(JSON.parse(second!)).toEqual(JSON.parse(first!));
    expect([rest, stderr]).toEqual(['', '']);
  });
  test('prints a report for people without --json', async () => {
    const { stdout } = await ingest(join(folder, 'a.txt'));
    expect(stdout).toContain('文号：某政发〔2024〕1号');
    expect(stdout).toContain('2. 支持技改（市财政局）');
    expect(stdout).toContain('未写明');
  });
  test('refuses an empty file with one sentence and a non-zero exit', async () => {
    const { stdout, stderr, code } = await ingest('--json', join(folder, 'empty.txt'));
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toBe('“empty.txt”是空文件。请确认文件内容后再试。\n');
  });
  test('reads the others where one cannot be read, names it, and exits non-zero', async () => {
    const { stdout, stderr, code } = await ingest('--json', join(folder, 'empty.txt'), join(folder, 'a.txt'));
    expect([code, JSON.parse(stdout).number]).toEqual([1, '某政发〔2024〕1号']);
    expect(stderr).toBe('“empty.txt”是空文件。请确认文件内容后再试。\n');
  });
  test('says how it is used when no file or a wrong option is given', async () => {
    expect((await ingest()).stderr).toContain('用法');
    expect((await ingest('--nothing')).stderr).toContain('可用的参数：--json');
  });
});

describe('a saved draft', () => {
  const ingested = ingestText(SOURCE, { name: 'a.txt' });

  test('holds the source verbatim and a policy.yaml that is not approved', async () => {
    const saved = await saveDraft(SOURCE, ingested, 'draft', folder);
    expect(readdirSync(saved).sort()).toEqual(['policy.yaml', 'source.txt']);
    expect(readFileSync(join(saved, 'source.txt'), 'utf8')).toBe(SOURCE);
    expect(readFileSync(join(saved, 'policy.yaml'), 'utf8')).not.toContain('approved');
  });
  test('never overwrites a policy that is there', async () => {
    await saveDraft(SOURCE, ingested, 'kept', folder);
    await expect(saveDraft('other', ingested, 'kept', folder)).rejects.toThrow(/没有覆盖/u);
    expect(readFileSync(join(folder, 'kept/source.txt'), 'utf8')).toBe(SOURCE);
    expect(existsSync(join(folder, 'other'))).toBe(false);
  });
  test('is named by the number, or by the file', () => {
    expect(slugOf(ingested, 'a.txt')).toBe('某政发-2024-1');
    expect(slugOf({ number: null }, '/tmp/申报 指南.docx')).toBe('申报-指南');
  });
});
