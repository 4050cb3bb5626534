/** A YAML file as data that remembers on which line each value stands. */
import { CORE_SCHEMA, load as loadQuickly } from 'js-yaml';
import type * as Yaml from 'yaml';
import { z } from 'zod';
import { type Problem, problem } from './problem.ts';
import { yamlLibrary as yaml } from './yaml-library.ts';

export type Path = readonly PropertyKey[];

export interface YamlFile {
  path: string;
  /** Plain data; null where the file is not YAML. */
  value: unknown;
  /** The line (from 1) of the value at a path, or of the nearest value around it. */
  lineOf(path: Path): number;
  problems: Problem[];
}

/** Two libraries, because a question on the command line starts a process: js-yaml reads these files in a tenth of the time. */
export function parseYaml(path: string, text: string): YamlFile {
  let parsed: Parsed | null = null;
  const parse = (): Parsed => {
    parsed ??= parseFully(text);
    return parsed;
  };
  const lineOf = (keys: Path): number => {
    const { document, lineCounter } = parse();
    return lineCounter.linePos(offsetOf(document.contents, keys)).line;
  };
  const quick = readQuickly(text);
  if (quick) return { path, value: quick.value, lineOf, problems: [] };

  const { document, lineCounter } = parse();
  const problems = document.errors.map(({ pos, message }) =>
    problem(
      path,
      lineCounter.linePos(pos[0]).line,
      `这里不是正确的 YAML，请检查缩进、引号和冒号（${message.split('\n')[0]}）`,
    ),
  );
  return { path, value: problems.length ? null : document.toJS(), lineOf, problems };
}

/** Null where the text is not YAML: the other library then says where and why. */
function readQuickly(text: string): { value: unknown } | null {
  try {
    return { value: loadQuickly(text, { schema: CORE_SCHEMA }) ?? null };
  } catch {
    return null;
  }
}

interface Parsed {
  document: Yaml.Document.Parsed;
  lineCounter: Yaml.LineCounter;
}

function parseFully(text: string): Parsed {
  const { LineCounter, parseDocument } = yaml();
  const lineCounter = new LineCounter();
  return { document: parseDocument(text, { lineCounter }), lineCounter };
}

/** Keys compare as text, so that `2:` and '2' are the same measure. */
function offsetOf(contents: unknown, keys: Path): number {
  const { isMap, isNode, isScalar, isSeq } = yaml();
  let node = contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const key of keys) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => String(isScalar(item.key) ? item.key.value : item.key) === String(key),
      );
      if (!pair) break;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      if (isNode(node)) offset = node.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}

const chinese = z.locales.zhCN().localeError;

/** The file's data in the schema's form, or null with a problem for each fault. */
export function readAs<Schema extends z.ZodType>(
  file: YamlFile,
  schema: Schema,
): { data: z.output<Schema> | null; problems: Problem[] } {
  if (file.problems.length) return { data: null, problems: file.problems };
  // A file is read once a start: compiling each schema for it would take longer than it saves.
  const parsed = schema.safeParse(file.value, { error: chinese, jitless: true });
  if (parsed.success) return { data: parsed.data, problems: [] };
  const problems = parsed.error.issues.map(likeliest).map(({ path, message }) => {
    const name = path.map(String).join('.');
    return problem(file.path, file.lineOf(path), `${name === '' ? '' : `${name}：`}${message}`);
  });
  return { data: null, problems };
}

/** Of a union's branches, the fault that lies deepest: that branch was meant. */
function likeliest(issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string } {
  if (issue.code === 'unrecognized_keys') {
    return { path: [...issue.path, ...issue.keys.slice(0, 1)], message: '这里不认得这个键，请检查拼写' };
  }
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const inner = issue.errors.flat().map((one) => likeliest(one));
  const deepest = inner.reduce((best, one) => (one.path.length > best.path.length ? one : best));
  return { path: [...issue.path, ...deepest.path], message: deepest.message };
}
