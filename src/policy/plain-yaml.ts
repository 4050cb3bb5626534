/**
 * Reads the plain part of YAML that the knowledge files are written in: block and flow maps and lists, one-line scalars, comments, anchors.
 * The yaml library takes 300 ms for these files in a process that has just started, this a tenth of it, and a question on the command line
 * starts a process. What is not plain is left to the library: then the answer is NOT_PLAIN. Never reads a text otherwise than the library.
 */
export const NOT_PLAIN = Symbol('not plain YAML');

class Leave extends Error {}
const leave = (): never => {
  throw new Leave();
};

export function readPlainYaml(text: string): unknown {
  try {
    return document(text);
  } catch (error) {
    if (error instanceof Leave) return NOT_PLAIN;
    throw error;
  }
}

/** Blanks, line ends and comments; a comment stands at the start of a line or behind a blank. */
const GAP = /(?:[ \n]|(?<=^|[ \n])#[^\n]*)*/uy;
const BLANKS = / */uy;
/** What may still follow a value on its line. */
const REST = / *(?:(?<= )#[^\n]*)?(?=\n|$)/uy;
/** 'title:' · '3-1:' · '"2":' */
const KEY =
  /(?:"(?<double>[^"\\\n]*)" *|'(?<single>[^'\n]*)' *|(?<plain>[^\s?:,[\]{}#&*!|>'"%@`-][^\n:#]*)):(?=[ \n]|$)/uy;
/** A scalar without quotes to the end of the line; in a flow to the next sign of it. */
const PLAIN = /(?:[^\s?:,[\]{}#&*!|>'"%@`-]|-(?=[^\s,[\]{}-]))[^\n]*/uy;
const FLOW_PLAIN = /(?:[^\s?:,[\]{}#&*!|>'"%@`-]|-(?=[^\s,[\]{}-]))[^\n,[\]{}]*/uy;
const QUOTED = /"(?<double>[^"\\\n]*)"|'(?<single>[^'\n]*)'(?!')/uy;
/** '&trades' · '*trades' */
const ANCHOR = /&(?<name>[A-Za-z]\w*) */uy;
const ALIAS = /\*(?<name>[A-Za-z]\w*)/uy;

function document(text: string): unknown {
  // Directives, documents in a row, tabs and other line ends are not plain.
  if (/[\t\r\u0085\u2028\u2029\ufeff]|^(?:---|\.\.\.|%)/mu.test(text)) leave();
  const anchors = new Map<string, unknown>();
  let at = 0;
  let lineStart = 0;

  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const column = (): number => at - lineStart;
  /** Moves to the next thing that is said; false at the end. */
  const next = (): boolean => {
    const from = at;
    match(GAP);
    const line = text.slice(from, at).lastIndexOf('\n');
    if (line >= 0) lineStart = from + line + 1;
    return at < text.length;
  };
  const atDash = (): boolean => text[at] === '-' && (at + 1 === text.length || /[ \n]/u.test(text[at + 1]!));
  const endOfLine = (): void => void (match(REST) ?? leave());
  const lineIsDone = (): boolean => {
    const from = at;
    if (match(REST)) return true;
    at = from;
    return false;
  };

  function block(): unknown {
    if (atDash()) return list();
    const from = at;
    if (match(KEY)) {
      at = from;
      return map();
    }
    return inline(column());
  }

  function map(): Record<string, unknown> {
    const own = column();
    const made: Record<string, unknown> = {};
    do {
      if (column() !== own) leave();
      const key = keyOf(match(KEY) ?? leave());
      if (Object.hasOwn(made, key) || key === '__proto__' || key === '<<') leave();
      made[key] = valueOfKey(own);
    } while (next() && column() >= own && !(column() === own && atDash()));
    return made;
  }

  function valueOfKey(own: number): unknown {
    match(BLANKS);
    const anchor = match(ANCHOR)?.groups?.name;
    const value = lineIsDone() ? valueBelow(own) : inline(own);
    if (anchor !== undefined) anchors.set(anchor, value);
    return value;
  }

  /** A list may stand as far left as its key. */
  function valueBelow(own: number): unknown {
    const from = at;
    const start = lineStart;
    if (next() && (column() > own || (column() === own && atDash()))) return block();
    [at, lineStart] = [from, start];
    return null;
  }

  function list(): unknown[] {
    const own = column();
    const made: unknown[] = [];
    do {
      if (column() !== own || !atDash()) leave();
      at++;
      match(BLANKS);
      if (lineIsDone()) leave();
      made.push(block());
    } while (next() && column() >= own && (column() > own || atDash()));
    return made;
  }

  /** A value on the line of its key or dash. */
  function inline(own: number): unknown {
    const value = '[{'.includes(text[at]!) ? flow(own) : scalar(PLAIN);
    endOfLine();
    // A scalar that goes on in the next line.
    const from = at;
    const start = lineStart;
    if (next() && column() > own && !atDash()) leave();
    [at, lineStart] = [from, start];
    return value;
  }

  function flow(own: number): unknown {
    const opening = text[at++]!;
    const closing = opening === '[' ? ']' : '}';
    const items: unknown[] = [];
    const made: Record<string, unknown> = {};
    for (;;) {
      flowGap(own);
      if (text[at] === closing) break;
      if (opening === '[') items.push(flowValue(own));
      else {
        const key = keyOf(match(KEY) ?? leave());
        if (Object.hasOwn(made, key) || key === '__proto__' || key === '<<' || /[,[\]{}]/u.test(key)) leave();
        flowGap(own);
        made[key] = flowValue(own);
      }
      flowGap(own);
      if (text[at] === ',') at++;
      else if (text[at] !== closing) leave();
    }
    at++;
    return opening === '[' ? items : made;
  }

  function flowValue(own: number): unknown {
    return '[{'.includes(text[at]!) ? flow(own) : scalar(FLOW_PLAIN);
  }

  /** Lines of a flow stand further right than what they belong to. */
  function flowGap(own: number): void {
    const start = lineStart;
    if (!next() || (lineStart !== start && column() <= own)) leave();
  }

  function scalar(unquoted: RegExp): unknown {
    const alias = match(ALIAS)?.groups?.name;
    if (alias !== undefined) return anchors.has(alias) ? anchors.get(alias) : leave();
    const quoted = match(QUOTED)?.groups;
    if (quoted) return quoted.double ?? quoted.single;
    return plain(match(unquoted) ?? leave());
  }

  /** Cuts the comment off; ': ' within would make it a map. */
  function plain({ 0: found, index }: RegExpExecArray): unknown {
    const comment = found.indexOf(' #');
    const words = (comment < 0 ? found : found.slice(0, comment)).trimEnd();
    at = index + words.length;
    return /:(?: |$)/u.test(words) ? leave() : resolve(words);
  }

  if (!next()) return null;
  if (column() !== 0) leave();
  const value = block();
  return next() ? leave() : value;
}

function keyOf({ groups }: RegExpExecArray): string {
  const { double, single, plain } = groups!;
  if (plain === undefined) return double ?? single!;
  const key = plain.trimEnd();
  // A number is a key as it is written; null, true and rare numbers are left.
  return typeof resolve(key) === 'string' || /^\d{1,15}$/u.test(key) ? key : leave();
}

/** YAML 1.2's core schema; rare numbers are left to the library. */
function resolve(words: string): unknown {
  if (/^(?:null|Null|NULL|~)$/u.test(words)) return null;
  if (/^(?:true|True|TRUE)$/u.test(words)) return true;
  if (/^(?:false|False|FALSE)$/u.test(words)) return false;
  if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,12})?$/u.test(words)) return Number(words);
  if (/^[-+.]?\d[\d.xoeE+\-a-fA-F_]*$|^[-+]?\.(?:inf|nan)$/iu.test(words)) return leaveUnlessText(words);
  return words;
}

/** '2022-06-01' and '5.1.1' are text; '+1', '1e3', '0x1f', '007' are numbers of a kind that is not plain. */
function leaveUnlessText(words: string): string {
  const number = /^(?:[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?)$/u;
  return number.test(words) || words.includes('.') ? leave() : words;
}
