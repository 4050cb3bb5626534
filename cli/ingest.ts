/** `huiqi ingest FILE… [--json] [--save [--slug NAME]]`: documents in, structure out. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { printable, UserError } from '../src/contract/index.ts';
import { type DraftedRules, rulesOfDocument } from '../src/drafting/index.ts';
import type { Facts } from '../src/facts/index.ts';
import {
  describe,
  type Ingested,
  ingestText,
  type ReadFile,
  readDocuments,
  recogniseDocument,
  saveDraft,
  slugOf,
  toJson,
} from '../src/ingest/index.ts';
import { loadSettings, readKnowledge } from '../src/service/asking.ts';
import type { Command } from './command.ts';
import { JSON_OUT, type Options, readOptions } from './options.ts';

const USAGE = '用法：huiqi ingest 文件… [--json] [--save [--slug 名称]]';

const options = {
  json: JSON_OUT,
  save: { type: 'boolean', help: '在知识目录里存一份待审草稿' },
  ocr: { type: 'boolean', help: '识别扫描成的 PDF 和图片，把文字写成待核的 txt，核对后再收录' },
  slug: { type: 'string', value: '名称', help: '草稿文件夹的名称；默认按文号取' },
} as const satisfies Options;

export const command: Command = {
  summary:
    '读政策文件（txt、md、html、docx、doc、xlsx、xls、pdf、ofd 和 zip），列出文号、日期、条款；--save 存为待审草稿',
  usage: ['ingest 文件…', 'ingest 文件 --save'],
  options,
  async run(argv) {
    const { files, json, save, slug, ocr } = readArguments(argv);
    if (ocr) return recogniseAll(files);
    const { HUIQI_KNOWLEDGE_DIR: knowledge } = loadSettings();
    const { facts: shared, places } = readKnowledge(knowledge);
    const read: { file: string; source: string; ingested: Ingested }[] = [];
    const problems: string[] = [];
    for (const [i, file] of files.entries()) {
      if (process.stderr.isTTY) process.stderr.write(`[${i + 1}/${files.length}] 正在读 ${file}\n`);
      for (const one of await documentsOf(file)) {
        if ('problem' in one) {
          problems.push(one.problem);
          continue;
        }
        const { name, text: source } = one;
        const ingested = ingestText(source, { name, places });
        read.push({ file: name, source, ingested });
        process.stdout.write(
          json
            ? `${JSON.stringify(toJson(ingested, slugOf(ingested, name)))}\n`
            : `${printable(describe(ingested, name))}\n`,
        );
      }
    }
    for (const problem of problems) process.stderr.write(`${printable(problem)}\n`);
    const outcome = problems.length === 0 ? 0 : 1;
    if (!save) return outcome;
    if (slug !== undefined && read.length > 1) throw new UserError('--slug 只能用于一个文件。');
    const policies = knowledge === undefined ? undefined : join(knowledge, 'policies');
    for (const { file, source, ingested } of read) {
      const saved = await saveDraft(source, ingested, slug ?? slugOf(ingested, file), policies, {
        ...draftedRules(source, ingested, shared),
        shared,
      });
      process.stderr.write(`已存草稿：${saved}\n`);
    }
    return outcome;
  },
};

/** One that cannot be read keeps no other back. */
async function documentsOf(file: string): Promise<ReadFile[]> {
  try {
    return await readDocuments(file);
  } catch (error) {
    if (error instanceof UserError) return [{ name: file, problem: error.message }];
    throw error;
  }
}

/** What is recognised is not sure, so it becomes a text for a person to correct, and no draft. */
async function recogniseAll(files: readonly string[]): Promise<number> {
  for (const file of files) {
    const text = await recogniseDocument(file, (page) =>
      process.stderr.write(`“${file}”：已识别第 ${page} 页\n`),
    );
    const path = `${file.replace(/\.(?:pdf|jpe?g|png|tiff?)$/iu, '')}.待核.txt`;
    await writeFile(path, text, { flag: 'wx' }).catch(() => {
      throw new UserError(`写不了“${path}”：已有这个文件，或没有权限。请先移走它再试。`);
    });
    process.stdout.write(
      `识别出的文字写在 ${path}，数字、日期和文号都待核。请照原件改正后，运行 huiqi ingest ${path} --save。\n`,
    );
  }
  return 0;
}

/** What the clauses grant, read by the program: a draft like the rest of the file. */
const draftedRules = (source: string, ingested: Ingested, shared: Facts): DraftedRules =>
  rulesOfDocument(
    source,
    { ...ingested, issued: ingested.issued?.value ?? null, title: ingested.title?.value ?? null },
    shared,
  );

function readArguments(argv: string[]) {
  const { values, positionals } = readOptions(argv, options);
  if (!positionals.length) throw new UserError(`请给出要读的文件。${USAGE}`);
  if (values.slug !== undefined && positionals.length > 1) throw new UserError('--slug 只能用于一个文件。');
  if (values.slug !== undefined && !/^[\p{L}\p{N}][\p{L}\p{N}-]*$/u.test(values.slug))
    throw new UserError('--slug 只能用字母、数字、汉字和连字符。');
  if (values.ocr === true && (values.save === true || values.json === true))
    throw new UserError('--ocr 只写出待核的文字，不能和 --save、--json 同用。核对后再收录。');
  return {
    files: positionals,
    json: values.json === true,
    save: values.save === true,
    ocr: values.ocr === true,
    slug: values.slug,
  };
}
