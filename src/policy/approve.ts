/** Moves a document of a folder from one state to the next: what is to be written into approval.yaml. */
import { type Day, UserError } from '../contract/index.ts';
import { checkPolicy } from './check/index.ts';
import { assembleKnowledge, type KnowledgeFile, readDocument, readLists } from './parse-knowledge.ts';
import { describeProblem, type Problem } from './problem.ts';
import { casesHash, lastSigned, type Step, signedHash, writeApproval } from './shelf/approval.ts';

export interface Written {
  /** Relative to the knowledge folder. */
  path: string;
  text: string;
  /** 文号, or the folder's name. */
  number: string;
}

/**
 * Signs what stands there. Throws UserError where the draft is missing, faulty, approved as it is, or has no measures. Under four eyes the
 * first signature leaves it in review: a second person has to sign the same content.
 */
export function approvePolicy(
  files: readonly KnowledgeFile[],
  slug: string,
  { on, by }: { on: Day; by: string },
  { withoutMeasures = false, fourEyes = false } = {},
): Written & { state: 'in-review' | 'in-force' } {
  const { texts, read } = documentIn(files, slug);
  const problems: Problem[] = [];
  const lists = readLists(texts, problems);
  problems.push(
    ...read.problems,
    ...(read.file ? checkPolicy(read.file, assembleKnowledge(lists, [read.file.policy])) : []),
  );
  if (!read.file || problems.length > 0)
    throw new UserError(
      `${slug} 还有 ${problems.length} 处与原文不一致，先改正再批准：${describeProblem(problems[0]!)}`,
    );
  if (read.file.policy.measures.length === 0 && !withoutMeasures)
    throw new UserError(
      `${slug} 里一条措施也没有读出来，批准了也答不了问题。请在 policy.yaml 的 measures 里补上；确实不用分条的，加 --anyway 再批准。`,
    );
  const beside = (name: string) => texts.get(`policies/${slug}/${name}`);
  const hash = signedHash({
    source: beside('source.txt') ?? '',
    policy: beside('policy.yaml') ?? '',
  });
  const ticked = beside('cases.yaml');
  const signed = lastSigned(read.steps);
  if (read.state === 'in-force' && signed && signed.hash === hash)
    throw new UserError(`${slug} 已由${signed.by}在 ${signed.on} 批准，不用再批准。`);
  const last = read.steps.at(-1);
  const first = last?.state === 'in-review' && last.hash === hash ? last : null;
  if (fourEyes && first?.by === by)
    throw new UserError(`${by}已经签过 ${slug} 的这一版，还要另一位签发才生效。`);
  const state = fourEyes && !first ? 'in-review' : 'in-force';
  return {
    ...stepped(slug, read.steps, {
      state,
      by,
      on,
      hash,
      ...(ticked !== undefined && { cases: casesHash(ticked) }),
    }),
    number: read.file.policy.number,
    state,
  };
}

/** Takes a document in force off: withdrawn, with a reason, or replaced, with the number of what took its place. */
export function endPolicy(
  files: readonly KnowledgeFile[],
  slug: string,
  step: Omit<Step, 'hash' | 'cases'>,
): Written {
  const { read } = documentIn(files, slug);
  if (read.state !== 'in-force')
    throw new UserError(`${slug} 现在不是在用的文件，不用${step.state === 'replaced' ? '替换' : '撤下'}。`);
  return { ...stepped(slug, read.steps, step), number: read.file?.policy.number ?? slug };
}

function documentIn(files: readonly KnowledgeFile[], slug: string) {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const path = `policies/${slug}/policy.yaml`;
  if (!texts.has(path)) throw new UserError(`没有 ${path}：请先用 huiqi ingest 文件 --save 存一份草稿。`);
  return { texts, read: readDocument(slug, texts) };
}

function stepped(slug: string, before: readonly Step[], step: Step): Omit<Written, 'number'> {
  return { path: `policies/${slug}/approval.yaml`, text: writeApproval([...before, step]) };
}
