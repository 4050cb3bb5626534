/** A shelf made of texts alone: read, drafted, checked and approved as they are, as an officer who changes nothing would. */
import { rulesOfDocument } from '../../src/drafting/index.ts';
import { draftYaml, ingestText } from '../../src/ingest/index.ts';
import { approvePolicy, type Knowledge, type KnowledgeFile, shelve } from '../../src/policy/index.ts';
import { readKnowledgeFiles } from '../../src/service/read-knowledge.ts';

/** `texts`: by slug. */
export function draftedKnowledge(texts: Readonly<Record<string, string>>): Knowledge {
  const files: KnowledgeFile[] = readKnowledgeFiles().filter(({ path }) => path.startsWith('core/'));
  const { facts: shared, places } = shelve(files).knowledge;
  for (const [slug, source] of Object.entries(texts)) {
    const ingested = ingestText(source, { name: slug, places });
    const read = {
      ...ingested,
      issued: ingested.issued?.value ?? null,
      title: ingested.title?.value ?? null,
    };
    const policy = draftYaml(source, ingested, { ...rulesOfDocument(source, read, shared), shared });
    files.push(
      { path: `policies/${slug}/source.txt`, text: source },
      { path: `policies/${slug}/policy.yaml`, text: policy },
    );
    files.push(approvePolicy(files, slug, { on: '2031-05-01', by: '测试' }));
  }
  return shelve(files).knowledge;
}
