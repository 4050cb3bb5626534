/** `shelf [list|show|withdraw|replace|history|export|import]`: the documents that answer, and what becomes of them. */
import { userInfo } from 'node:os';
import { clockOn, shanghaiDay, UserError } from '../src/contract/index.ts';
import {
  type Deed,
  exportShelf,
  importShelf,
  listShelf,
  loadSettings,
  replaceDocument,
  type Settings,
  shelfHistory,
  showDocument,
  withdrawDocument,
} from '../src/service/index.ts';
import { shelfWords } from '../src/words/index.ts';
import type { Command } from './command.ts';
import { JSON_OUT, type Options, readOptions } from './options.ts';

const options = {
  json: JSON_OUT,
  by: { type: 'string', value: '姓名', help: '记为谁做的；默认是本机的用户名' },
  why: { type: 'string', value: '原因', help: '撤下的原因' },
} as const satisfies Options;

interface Request {
  settings: Settings;
  rest: string[];
  deed: Deed;
  why: string | undefined;
  json: boolean;
}

export const command: Command = {
  summary: '看有哪些文件在用，撤下、替换，看经过',
  usage: [
    'shelf list',
    'shelf show 名称',
    'shelf withdraw 名称 --why 原因',
    'shelf replace 旧名称 新名称',
    'shelf history 名称',
    'shelf export 目录',
    'shelf import 目录',
  ],
  options,
  async run(argv) {
    const { values, positionals } = readOptions(argv, options);
    const [action = 'list', ...rest] = positionals;
    const act = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
    if (!act || rest.length !== act.words) throw new UserError(shelfWords.usage);
    const settings = loadSettings();
    const on = shanghaiDay(clockOn(settings.HUIQI_TODAY).now());
    const deed = { by: values.by ?? userInfo().username, on };
    const request = { settings, rest, deed, why: values.why, json: values.json === true };
    const { rows, lines } = await act.run(request);
    process.stdout.write(
      request.json ? rows.map((row) => `${JSON.stringify(row)}\n`).join('') : `${lines.join('\n')}\n`,
    );
    return 0;
  },
};

interface Shown {
  rows: readonly object[];
  lines: readonly string[];
}

interface Action {
  /** How many words stand after it. */
  words: number;
  run(request: Request): Promise<Shown>;
}

const ACTIONS: Record<string, Action> = {
  list: {
    words: 0,
    async run({ settings }) {
      const { documents, version } = await listShelf(settings);
      return { rows: documents, lines: [...documents.map(shelfWords.line), shelfWords.version(version)] };
    },
  },
  show: {
    words: 1,
    async run({ settings, rest: [slug] }) {
      const one = await showDocument(settings, slug!);
      return { rows: [one], lines: shelfWords.details(one) };
    },
  },
  history: {
    words: 1,
    async run({ settings, rest: [slug] }) {
      const steps = await shelfHistory(settings, slug!);
      return { rows: steps, lines: steps.map(shelfWords.step) };
    },
  },
  withdraw: {
    words: 1,
    async run({ settings, rest: [slug], deed, why }) {
      const one = await withdrawDocument(settings, slug!, { ...deed, note: why });
      return { rows: [one], lines: [shelfWords.withdrawn(slug!)] };
    },
  },
  replace: {
    words: 2,
    async run({ settings, rest: [slug, successor], deed }) {
      const one = await replaceDocument(settings, slug!, successor!, deed);
      return { rows: [one], lines: [shelfWords.replaced(slug!, one.number)] };
    },
  },
  export: {
    words: 1,
    async run({ settings, rest: [folder] }) {
      const done = await exportShelf(settings, folder!);
      return { rows: [done], lines: [shelfWords.exported(folder!, done.documents)] };
    },
  },
  import: {
    words: 1,
    async run({ settings, rest: [folder] }) {
      const done = await importShelf(settings, folder!);
      return { rows: [done], lines: [shelfWords.imported(done.added, done.skipped)] };
    },
  },
};
