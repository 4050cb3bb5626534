import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ingestText } from '../../src/ingest/ingest-text.ts';
import type { Ingested } from '../../src/ingest/ingested.ts';
import { type Fixture, fieldsOf, VARIANTS } from './fixture.ts';

/** Markdown is read as such where a fixture says so. */
const OF_ALL = Object.keys(VARIANTS).filter((variant) => variant !== 'markdown');
const FOLDER = join(import.meta.dirname, 'fixtures');

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'))) {
  const fixture = parse(readFileSync(join(FOLDER, file), 'utf8')) as Fixture;
  describe(file.replace('.yaml', ''), () => {
    for (const variant of fixture.variants ?? OF_ALL) {
      test(`reads the same structure from ${variant}`, async () => {
        const source = await VARIANTS[variant]!(fixture.source);
        const ingested = ingestText(source, { name: file });
        expect(fieldsOf(ingested, fixture)).toEqual(fixture.expect);
        expectSpans(ingested, source);
      });
    }
  });
}

/** Every value stands in the source where its span says. */
function expectSpans(ingested: Ingested, source: string): void {
  for (const found of [
    ingested.number,
    ingested.title,
    ingested.issuer,
    ingested.issued,
    ingested.validUntil,
    ingested.applicationDeadline,
  ])
    if (found) expect(source.slice(found.span.start, found.span.end)).toBe(found.quote);
  let before = 0;
  for (const { span, text } of ingested.measures) {
    expect(span.start).toBeGreaterThanOrEqual(before);
    expect(source.slice(span.start, span.end)).toContain(text.slice(0, 2)[0]);
    before = span.end;
  }
}
