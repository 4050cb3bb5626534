/** What was sent with a form: texts and files by name. */
import type { Context } from 'hono';

export interface Form {
  /** Empty where there is none. */
  text(name: string): string;
  /** All of a name, as check boxes send them. */
  texts(name: string): string[];
  files(name: string): File[];
  /** Every text, for a page that gives back what could not be used. */
  entries(): [string, string][];
}

export const NO_FORM: Form = { text: () => '', texts: () => [], files: () => [], entries: () => [] };

export async function readForm(c: Context): Promise<Form> {
  const data = await c.req.formData();
  const texts = (name: string) =>
    data.getAll(name).flatMap((value) => (typeof value === 'string' ? [plain(value)] : []));
  return {
    text: (name) => texts(name)[0]?.trim() ?? '',
    texts,
    files: (name) =>
      data.getAll(name).flatMap((value) => (value instanceof File && value.name !== '' ? [value] : [])),
    entries: () =>
      [...data].flatMap(([name, value]): [string, string][] =>
        typeof value === 'string' ? [[name, plain(value)]] : [],
      ),
  };
}

/** Browsers send line ends as CR LF; a NUL has no meaning in any text. */
const plain = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll('\0', '');
