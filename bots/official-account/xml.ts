/** The flat XML of the callbacks. No entities, no attributes, no document type: what holds them is not read. */

const OPEN_CDATA = '<![CDATA[';
const CLOSE_CDATA = ']]>';
const LONGEST_NAME = 64;
const NAME = /^[A-Za-z]\w*$/u;

/**
 * The fields directly under the root, or null when it is no such document. One pass over the text, whatever stands in it.
 * '<xml><MsgId>1</MsgId><Content><![CDATA[你好]]></Content></xml>' → MsgId '1', Content '你好'
 */
export function readFlatXml(text: string): Map<string, string> | null {
  const all = text.trim();
  if (!all.startsWith('<xml>') || !all.endsWith('</xml>')) return null;
  const end = all.length - '</xml>'.length;
  const fields = new Map<string, string>();
  let at = '<xml>'.length;
  for (;;) {
    while (at < end && /\s/u.test(all[at] as string)) at++;
    if (at === end) return fields;
    const field = readField(all, at);
    if (!field || field.next > end) return null;
    if (!fields.has(field.name)) fields.set(field.name, field.value);
    at = field.next;
  }
}

interface Field {
  name: string;
  value: string;
  next: number;
}

/** A field that holds further fields (SendLocationInfo) is stepped over as a plain text that nobody reads. */
function readField(all: string, at: number): Field | null {
  const nameEnd = all.slice(at, at + LONGEST_NAME + 2).indexOf('>');
  const name = all.slice(at + 1, at + nameEnd);
  if (all[at] !== '<' || nameEnd < 0 || !NAME.test(name)) return null;
  const from = at + nameEnd + 1;
  const closing = `</${name}>`;
  if (all.startsWith(OPEN_CDATA, from)) {
    const start = from + OPEN_CDATA.length;
    const stop = all.indexOf(CLOSE_CDATA, start);
    const next = stop + CLOSE_CDATA.length;
    if (stop < 0 || !all.startsWith(closing, next)) return null;
    return { name, value: all.slice(start, stop), next: next + closing.length };
  }
  const stop = all.indexOf(closing, from);
  if (stop < 0) return null;
  return { name, value: all.slice(from, stop).trim(), next: stop + closing.length };
}

/** A whole document; numbers stand as they are, texts as CDATA. */
export function writeFlatXml(fields: Record<string, string | number>): string {
  const lines = Object.entries(fields).map(([name, value]) => `<${name}>${written(value)}</${name}>`);
  return `<xml>${lines.join('')}</xml>`;
}

/** ']]>' inside a text would end it: the two halves go into two sections. */
const written = (value: string | number): string =>
  typeof value === 'number'
    ? String(value)
    : `${OPEN_CDATA}${value.replaceAll(CLOSE_CDATA, `]]${CLOSE_CDATA}${OPEN_CDATA}>`)}${CLOSE_CDATA}`;
