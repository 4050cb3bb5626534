import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { wants } from '../../cli/wants.ts';

const root = new URL('../../', import.meta.url);
const cli = fileURLToPath(new URL('cli.ts', root));
const run = (...argv: string[]) => execFileSync(process.execPath, [cli, ...argv], { encoding: 'utf8' });

/** The names in cli.ts, each with its loader. */
const names = [
  ...readFileSync(cli, 'utf8').matchAll(/^ {2}'?(?<name>[a-z-]+)'?: \(\) => import\('(?<file>[^']+)'\)/gmu),
].map(({ groups }) => ({ name: groups?.name ?? '', file: groups?.file ?? '' }));

describe('--help', () => {
  test('the list names every command', () => {
    const text = run('--help');
    expect(names.length).toBeGreaterThan(15);
    for (const { name } of names) expect(text).toMatch(new RegExp(`^  ${name} +\\p{Script=Han}`, 'mu'));
  });

  test('of one command: what it does, how it is called, every option', () => {
    const text = run('ask', '--help');
    expect(text).toContain('huiqi ask 问题');
    for (const option of ['--json', '--batch', '--why', '--today 日期', '--help', '--version'])
      expect(text).toContain(option);
  });

  test('the version is that of package.json, of every command', () => {
    const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
      version: string;
    };
    expect(run('--version')).toBe(`huiqi ${version}\n`);
    expect(run('tickets', '--version')).toBe(`huiqi ${version}\n`);
  });

  test.each(names)('$name says its forms, and each begins with its name', async ({ name, file }) => {
    const { command } = (await import(new URL(file, root).href)) as typeof import('../../cli/ask.ts');
    expect(command.summary).toMatch(/\p{Script=Han}/u);
    expect(command.usage.length).toBeGreaterThan(0);
    for (const form of command.usage) expect(form.split(' ')[0]).toBe(name);
    for (const { help } of Object.values(command.options)) expect(help).toMatch(/\p{Script=Han}/u);
  });

  test('every file of a command is reached by a name', () => {
    const folder = new URL('cli/', root);
    const commands = readdirSync(folder).filter(
      (file) =>
        file.endsWith('.ts') &&
        readFileSync(new URL(file, folder), 'utf8').includes('export const command: Command'),
    );
    expect(names.map(({ file }) => file.replace('./cli/', '')).sort()).toEqual(commands.sort());
  });
});

test.each([
  [['--help'], 'help'],
  [['房租', '-h'], 'help'],
  [['--json', '--version'], 'version'],
  [['--', '--help'], null],
  [['-5%'], null],
])('%j asks about the program: %s', (words, wanted) => {
  expect(wants(words)).toBe(wanted);
});
