/** Documents and measures as resources: policy://文号 and policy://文号#n, verbatim. */
import { type McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server';
import { subjectOf } from '../../src/policy/index.ts';
import type { Desk } from '../desk.ts';

const SCHEME = 'policy://';
const PLAIN = 'text/plain';
/** A list is read as a whole: of more than so many only the documents stand in it. */
const MOST_LISTED = 1_000;

export function registerResources(server: McpServer, desk: Desk): void {
  const template = new ResourceTemplate(`${SCHEME}{+about}`, { list: () => ({ resources: listed(desk) }) });
  server.registerResource(
    'policy',
    template,
    {
      title: '政策原文',
      description: '一份文件（policy://文号）或一条措施（policy://文号#条）的原文',
      mimeType: PLAIN,
    },
    (uri, { about }) => {
      const subject = subjectOf(desk.library().knowledge, decoded(String(about)));
      if (!subject) throw new ResourceNotFoundError(uri.href);
      const text = subject.measure ? subject.measure.clause.text : subject.policy.source;
      return { contents: [{ uri: uri.href, mimeType: PLAIN, text }] };
    },
  );
}

function listed(desk: Desk) {
  const { policies } = desk.library().knowledge;
  const documents = policies.map(({ number, title }) => ({
    uri: `${SCHEME}${number}`,
    name: number,
    title,
    mimeType: PLAIN,
  }));
  const measures = policies.flatMap((policy) =>
    policy.measures.map(({ id, title }) => ({ uri: `${SCHEME}${id}`, name: id, title, mimeType: PLAIN })),
  );
  return documents.length + measures.length > MOST_LISTED ? documents : [...documents, ...measures];
}

/** An address may come with its characters as they are, or as percent signs. */
function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
