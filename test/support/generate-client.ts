/**
 * `npm run client`: the types of test/api/client, generated from the OpenAPI document as another developer would do it. The generator needs
 * a TypeScript of its own (5), which is why it is fetched and not installed beside ours.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientDocument, documentHash } from '../api/client/document.ts';

const OUT = join(import.meta.dirname, '..', 'api', 'client', 'schema.d.ts');

const folder = mkdtempSync(join(tmpdir(), 'huiqi-client-'));
try {
  const file = join(folder, 'openapi.json');
  writeFileSync(file, JSON.stringify(clientDocument()));
  const made = join(folder, 'schema.d.ts');
  execFileSync(
    'npx',
    [
      '--yes',
      '--package',
      'typescript@5.9.3',
      '--package',
      'openapi-typescript@7.13.0',
      'openapi-typescript',
      file,
      '--output',
      made,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'], cwd: folder },
  );
  writeFileSync(
    OUT,
    `// Made by npm run client from the OpenAPI document ${documentHash()}. Not to be changed by hand.\n${readFileSync(made, 'utf8')}`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
