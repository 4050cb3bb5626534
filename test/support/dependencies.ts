/** `npm run list:dependencies`: docs/dependencies.md, every package that a production install brings, with its licence, from the lock file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '../..');

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().default(''),
      license: z.string().default('unknown'),
      dependencies: z.record(z.string(), z.string()).default({}),
      optionalDependencies: z.record(z.string(), z.string()).default({}),
      dev: z.boolean().default(false),
      devOptional: z.boolean().default(false),
      peer: z.boolean().default(false),
      hasInstallScript: z.boolean().default(false),
    }),
  ),
});

export interface Dependency {
  name: string;
  version: string;
  license: string;
  /** Named in package.json. */
  direct: boolean;
  /** Runs a script of its own when it is installed. */
  script: boolean;
}

/** What `npm ci --omit=dev` installs, by name. */
export function productionPackages(lockFile = join(ROOT, 'package-lock.json')): Dependency[] {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(lockFile, 'utf8')));
  const root = packages[''];
  const direct = new Set(Object.keys({ ...root?.dependencies, ...root?.optionalDependencies }));
  return Object.entries(packages)
    .filter(([path, { dev, devOptional, peer }]) => path !== '' && !dev && !devOptional && !peer)
    .map(([path, { version, license, hasInstallScript }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return { name, version, license, direct: direct.has(name), script: hasInstallScript };
    })
    .sort((a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version));
}

export function dependencyPage(all: Dependency[]): string {
  const counts = Map.groupBy(all, ({ license }) => license);
  const summary = [...counts]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([license, some]) => `${license} ${some.length}`);
  const rows = all.map(
    ({ name, version, license, direct, script }) =>
      `| ${direct ? `**${name}**` : name} | ${version} | ${license} | ${script ? 'runs a script at install' : ''} |`,
  );
  return [
    '# Dependencies of a production install',
    '',
    `Made by \`npm run list:dependencies\` from package-lock.json. ${all.length} packages; those named in package.json are bold. ${summary.join(' · ')}.`,
    '',
    'Not in this list: wechaty and a puppet, which only who sets WECHATY_PUPPET installs (about 330 packages more).',
    '',
    '| package | version | licence | |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

if (import.meta.main) {
  const all = productionPackages();
  writeFileSync(join(ROOT, 'docs/dependencies.md'), dependencyPage(all));
  process.stdout.write(`docs/dependencies.md: ${all.length} packages\n`);
}
