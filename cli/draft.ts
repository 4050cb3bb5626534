/** `huiqi draft FILE [--json]`: a document in, the rules that its clauses state out. */

import { UserError } from '../src/contract/index.ts';
import { benefitJson, draftDocument } from '../src/drafting/index.ts';
import { ingestText, readDocument, slugOf } from '../src/ingest/index.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';

export const command: Command = {
  summary: '从政策文件的条文读出惠企待遇：给谁、什么条件、给多少，逐项标明出处和把握',
  async run(argv) {
    const { values, positionals } = readOptions(argv, { json: { type: 'boolean' } });
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) throw new UserError('用法：huiqi draft 文件 [--json]');
    const source = await readDocument(file);
    const ingested = ingestText(source, { name: file });
    const drafts = draftDocument(source, ingested.measures, { issued: ingested.issued?.value ?? null });
    const number = ingested.number?.value ?? slugOf(ingested, file);
    const measures = [...drafts].map(([own, benefits]) => ({
      id: `${number}#${own}`,
      benefits: benefits.map(benefitJson),
    }));
    process.stdout.write(
      values.json ? `${JSON.stringify({ measures })}\n` : `${JSON.stringify(measures, null, 1)}\n`,
    );
    return 0;
  },
};
