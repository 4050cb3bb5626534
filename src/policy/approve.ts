/** Adds `approved` to a draft's policy.yaml and leaves every other character as it is. */
import { isMap, isScalar, parseDocument, stringify } from 'yaml';
import { type Day, UserError } from '../contract/index.ts';
import { checkKnowledge } from './check/index.ts';
import { type KnowledgeFile, parseKnowledgeFiles } from './parse-knowledge.ts';
import { describeProblem } from './problem.ts';

/** The file as it is to be written. Throws UserError where the draft is missing, faulty, already approved, or has no measures. */
export function approvePolicy(
  files: readonly KnowledgeFile[],
  slug: string,
  approved: { on: Day; by: string },
  { withoutMeasures = false } = {},
): { path: string; text: string; number: string } {
  const path = `policies/${slug}/policy.yaml`;
  const text = files.find((file) => file.path === path)?.text;
  if (text === undefined) throw new UserError(`没有 ${path}：请先用 huiqi ingest 文件 --save 存一份草稿。`);

  const { problems, draftProblems } = checkKnowledge(files);
  const faults = [...problems, ...draftProblems].filter(({ file }) => file === path);
  if (faults.length > 0)
    throw new UserError(
      `${slug} 还有 ${faults.length} 处与原文不一致，先改正再批准：${describeProblem(faults[0]!)}`,
    );
  const { policy } = parseKnowledgeFiles(files).policies.find(({ yaml }) => yaml.path === path)!;
  if (policy.approved)
    throw new UserError(`${slug} 已由${policy.approved.by}在 ${policy.approved.on} 批准，不用再批准。`);
  if (policy.measures.length === 0 && !withoutMeasures)
    throw new UserError(
      `${slug} 里一条措施也没有读出来，批准了也答不了问题。请在 policy.yaml 的 measures 里补上；确实不用分条的，加 --anyway 再批准。`,
    );
  return { path, text: withApproval(text, approved), number: policy.number };
}

/** The line goes before the dates, or to the end of a file without them. */
function withApproval(text: string, { on, by }: { on: Day; by: string }): string {
  const line = `approved: { on: ${on}, by: ${stringify(by).trimEnd()} }\n`;
  const { contents } = parseDocument(text);
  const pairs = isMap(contents) ? contents.items : [];
  const next = pairs.find(
    ({ key }) => isScalar(key) && ['issued', 'valid', 'chapters', 'measures'].includes(String(key.value)),
  );
  const at = isScalar(next?.key) ? next.key.range?.[0] : undefined;
  if (at === undefined) return `${text.trimEnd()}\n${line}`;
  return text.slice(0, at) + line + text.slice(at);
}
