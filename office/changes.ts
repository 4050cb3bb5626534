/** A form of the review page → the change that it asks for. */
import { UserError } from '../src/contract/index.ts';
import { type Change, type Draft, HEAD_FIELDS, type HeadField } from '../src/service/index.ts';
import type { Form } from './form.ts';
import { officeWords } from './words/general.ts';

const lines = (text: string): string[] => text.split('\n').map((line) => line.trim());

type Reader = (form: Form, draft: Draft) => Change;

const rule = (form: Form) => ({ number: form.text('number'), index: Number(form.text('index')) });

const READERS: Readonly<Record<string, Reader>> = {
  field: (form) => ({
    kind: 'field',
    field: fieldOf(form.text('field')),
    value: form.text('value'),
    quote: form.text('quote'),
  }),
  reviewed: (form) => ({ kind: 'reviewed', field: form.text('field') }),
  names: (form) => ({ kind: 'names', names: lines(form.text('names')) }),
  'relation-add': (form, { data }) => ({
    kind: 'relations',
    relations: [
      ...(data.relations ?? []),
      { kind: form.text('relation'), ...named(form.text('document')), quote: form.text('quote') },
    ],
  }),
  'relation-remove': (form, { data }) => ({
    kind: 'relations',
    relations: (data.relations ?? []).filter((_, i) => i !== Number(form.text('index'))),
  }),
  'fact-question': (form) => ({
    kind: 'fact-question',
    fact: form.text('fact'),
    question: form.text('question'),
  }),
  'fact-join': (form) => ({ kind: 'fact-join', fact: form.text('fact'), shared: form.text('shared') }),
  measure: (form) => ({
    kind: 'measure',
    number: form.text('number'),
    title: form.text('title'),
    responsible: lines(form.text('responsible')),
  }),
  aliases: (form) => ({ kind: 'aliases', number: form.text('number'), aliases: lines(form.text('aliases')) }),
  'measure-add': (form) => ({
    kind: 'measure-add',
    number: form.text('number'),
    title: form.text('title'),
    quote: form.text('quote'),
  }),
  'clause-add': (form) => ({ kind: 'clause-add', quote: form.text('quote') }),
  'measure-join': (form) => ({ kind: 'measure-join', number: form.text('number') }),
  'measure-split': (form) => ({
    kind: 'measure-split',
    number: form.text('number'),
    quote: form.text('quote'),
    second: form.text('second'),
    title: '',
  }),
  'measure-remove': (form) => ({ kind: 'measure-remove', number: form.text('number') }),
  'benefit-part': (form) => ({
    kind: 'benefit-part',
    ...rule(form),
    path: form.text('path'),
    value: form.text('value'),
  }),
  'benefit-part-remove': (form) => ({ kind: 'benefit-part-remove', ...rule(form), path: form.text('path') }),
  'benefit-need-add': (form) => ({
    kind: 'benefit-need-add',
    ...rule(form),
    fact: form.text('fact'),
    comparator: form.text('comparator'),
    value: form.text('value'),
  }),
  'benefit-quote': (form) => ({
    kind: 'benefit-quote',
    ...rule(form),
    name: form.text('name'),
    quote: form.text('quote'),
  }),
  'benefit-add': (form) => ({
    kind: 'benefit-add',
    number: form.text('number'),
    name: form.text('name'),
    quote: form.text('quote'),
    yuan: form.text('yuan'),
  }),
  'benefit-remove': (form) => ({ kind: 'benefit-remove', ...rule(form) }),
};

/** A document's number is told from its title by the year in brackets: 〔2024〕12号. */
const named = (document: string) => (/[〔[［（(]\d{4}/u.test(document) ? { document } : { title: document });

function fieldOf(text: string): HeadField {
  const field = HEAD_FIELDS.find((one) => one === text);
  if (!field) throw new UserError(officeWords.brokenForm);
  return field;
}

/** Throws UserError for a form that no page of ours has. */
export function changeIn(form: Form, draft: Draft): Change {
  const kind = form.text('kind');
  const read = Object.hasOwn(READERS, kind) ? READERS[kind] : undefined;
  if (!read) throw new UserError(officeWords.brokenForm);
  return read(form, draft);
}
