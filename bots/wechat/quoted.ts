/** 引用 as the platform writes it: an XML message of type 57 that holds the answer and the message answered. */

/** What was said, and what it answers; null for any other text. */
export function readQuoted(xml: string): { text: string; quoted: string } | null {
  if (!xml.trimStart().startsWith('<') || !xml.includes('<refermsg>') || !/<type>57<\/type>/u.test(xml))
    return null;
  const refer = between(xml, 'refermsg') ?? '';
  const text = between(xml.replace(refer, ''), 'title');
  const quoted = between(refer, 'content');
  if (text === null || quoted === null) return null;
  // A quotation of a quotation is XML again: its own words are its title.
  const inner = quoted.trimStart().startsWith('<') ? (between(quoted, 'title') ?? '') : quoted;
  return { text: text.trim(), quoted: inner.trim() };
}

/** The text of the first element of this name, read as people see it. */
function between(xml: string, name: string): string | null {
  const start = xml.indexOf(`<${name}>`);
  const end = xml.indexOf(`</${name}>`, start);
  if (start < 0 || end < 0) return null;
  return unescaped(xml.slice(start + name.length + 2, end).replace(/^<!\[CDATA\[|\]\]>$/gu, ''));
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const unescaped = (text: string): string =>
  text.replace(/&(?<name>lt|gt|quot|apos|amp);/gu, (_, name: string) => ENTITIES[name]!);
