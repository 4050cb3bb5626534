/** Whatever form a document comes in, the same is read from it. */
import { describe, expect, test } from 'vitest';
import { ingestText } from '../../src/ingest/index.ts';
import { plainCharacters } from '../../src/ingest/read/characters.ts';
import { readBytesAs } from '../../src/ingest/read/formats.ts';
import { FORMS, type InventedDocument } from '../support/printed-forms.ts';
import { INVENTED } from './invented-documents.ts';

const squeeze = (text: string): string => text.replaceAll(/[\s|-]/gu, '');

/** What is to be the same in every form; blanks and the lines of tables are the form's own. A measure is '1 title … its end / units'. */
async function readFrom(document: InventedDocument, form: string, ends: readonly string[]) {
  const { file, bytes } = FORMS[form]!(document);
  const read = ingestText(plainCharacters(await readBytesAs(bytes, file)), { name: 'form' });
  const value = (found: { value: string } | null) => found?.value ?? null;
  return {
    number: value(read.number),
    title: read.title && squeeze(read.title.value),
    issuer: value(read.issuer),
    issued: value(read.issued),
    validFrom: value(read.validFrom),
    validUntil: value(read.validUntil),
    applicationDeadline: value(read.applicationDeadline),
    chapters: read.chapters.map(({ title }) => title),
    measures: read.measures.map(({ number, title, text, responsible }, i) => {
      const end = / … (?<end>.+?)(?: \/ |$)/u.exec(ends[i] ?? '')?.groups?.end ?? '';
      const whole = squeeze(text).replaceAll(/[；;]/gu, '');
      const units = responsible.length > 0 ? ` / ${responsible.join('、')}` : '';
      return `${number} ${squeeze(title)} … ${whole.endsWith(end) && end ? end : whole.slice(-14)}${units}`;
    }),
    annexes: read.annexes.length,
    guide: read.guide.map(({ part }) => part),
  };
}

describe.each(Object.entries(INVENTED))('%s', (_kind, { document, expected, not = [] }) => {
  test.each(Object.keys(FORMS).filter((form) => !not.some((part) => form.startsWith(part))))(
    '%s',
    async (form) => {
      expect(await readFrom(document, form, expected.measures)).toEqual(expected);
    },
  );
});
