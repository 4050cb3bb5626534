/** `huiqi draft FILE [--json]`: a document in, the rules that its clauses state out. */
import { UserError } from '../src/contract/index.ts';
import { ingestText, readDocument, slugOf } from '../src/ingest/index.ts';
import { describeDraft, draftReport, loadSettings, readKnowledge } from '../src/service/index.ts';
import type { Command } from './command.ts';
import { JSON_OUT, type Options, readOptions } from './options.ts';

const options = { json: JSON_OUT } as const satisfies Options;

export const command: Command = {
  summary: '从政策文件的条文读出惠企待遇：给谁、什么条件、给多少，逐项标明出处和把握',
  usage: ['draft 文件'],
  options,
  async run(argv) {
    const { values, positionals } = readOptions(argv, options);
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) throw new UserError('用法：huiqi draft 文件 [--json]');
    const source = await readDocument(file);
    const { facts: shared, places } = readKnowledge(loadSettings().HUIQI_KNOWLEDGE_DIR);
    const ingested = ingestText(source, { name: file, places });
    const report = draftReport(source, ingested.measures, {
      number: ingested.number?.value ?? slugOf(ingested, file),
      issued: ingested.issued?.value ?? null,
      shared,
      clauses: ingested.clauses,
      places: ingested.places,
      title: ingested.title?.value ?? null,
    });
    const text = values.json ? JSON.stringify(report) : describeDraft(report);
    process.stdout.write(`${text || '没有读出惠企待遇。'}\n`);
    return 0;
  },
};
