/** `huiqi ingest FILE… [--json] [--save [--slug NAME]]`: documents in, structure out. */
import { join } from 'node:path';
import { printable, UserError } from '../src/contract/index.ts';
import { type DraftedRules, draftDocument, rulesOf } from '../src/drafting/index.ts';
import type { Facts } from '../src/facts/index.ts';
import {
  describe,
  type Ingested,
  ingestText,
  readDocuments,
  saveDraft,
  slugOf,
  toJson,
} from '../src/ingest/index.ts';
import { loadSettings, readKnowledge } from '../src/service/index.ts';
import type { Command } from './command.ts';
import { JSON_OUT, type Options, readOptions } from './options.ts';

const USAGE = '用法：huiqi ingest 文件… [--json] [--save [--slug 名称]]';

const options = {
  json: JSON_OUT,
  save: { type: 'boolean', help: '在知识目录里存一份待审草稿' },
  slug: { type: 'string', value: '名称', help: '草稿文件夹的名称；默认按文号取' },
} as const satisfies Options;

export const command: Command = {
  summary:
    '读政策文件（txt、md、html、docx、doc、xlsx、xls、pdf、ofd 和 zip），列出文号、日期、条款；--save 存为待审草稿',
  usage: ['ingest 文件…', 'ingest 文件 --save'],
  options,
  async run(argv) {
    const { files, json, save, slug } = readArguments(argv);
    const { HUIQI_KNOWLEDGE_DIR: knowledge } = loadSettings();
    const { facts: shared, places } = readKnowledge(knowledge);
    const read: { file: string; source: string; ingested: Ingested }[] = [];
    for (const [i, file] of files.entries()) {
      if (process.stderr.isTTY) process.stderr.write(`[${i + 1}/${files.length}] 正在读 ${file}\n`);
      for (const { name, text: source } of await readDocuments(file)) {
        const ingested = ingestText(source, { name, places });
        read.push({ file: name, source, ingested });
        process.stdout.write(
          json
            ? `${JSON.stringify(toJson(ingested, slugOf(ingested, name)))}\n`
            : `${printable(describe(ingested, name))}\n`,
        );
      }
    }
    // Only when every file could be read is anything written.
    if (!save) return 0;
    if (slug !== undefined && read.length > 1) throw new UserError('--slug 只能用于一个文件。');
    const policies = knowledge === undefined ? undefined : join(knowledge, 'policies');
    for (const { file, source, ingested } of read) {
      const saved = await saveDraft(source, ingested, slug ?? slugOf(ingested, file), policies, {
        ...draftedRules(source, ingested, shared),
        shared,
      });
      process.stderr.write(`已存草稿：${saved}\n`);
    }
    return 0;
  },
};

/** What the clauses grant, read by the program: a draft like the rest of the file. */
function draftedRules(
  source: string,
  { measures, issued, clauses, places }: Ingested,
  shared: Facts,
): DraftedRules {
  const ref = issued?.value ?? null;
  return rulesOf(draftDocument(source, measures, { issued: ref, clauses }), shared, ref, places);
}

function readArguments(argv: string[]) {
  const { values, positionals } = readOptions(argv, options);
  if (!positionals.length) throw new UserError(`请给出要读的文件。${USAGE}`);
  if (values.slug !== undefined && positionals.length > 1) throw new UserError('--slug 只能用于一个文件。');
  if (values.slug !== undefined && !/^[\p{L}\p{N}][\p{L}\p{N}-]*$/u.test(values.slug))
    throw new UserError('--slug 只能用字母、数字、汉字和连字符。');
  return { files: positionals, json: values.json === true, save: values.save === true, slug: values.slug };
}
