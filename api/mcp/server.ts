/** One MCP server: made anew for every request over HTTP, once for a process that talks over its own input and output. */
import { McpServer } from '@modelcontextprotocol/server';
import { machineWords as words } from '../../src/words/index.ts';
import type { Desk } from '../desk.ts';
import { ApiProblem } from '../problem.ts';
import type { Scope } from '../route.ts';
import { registerResources } from './resources.ts';
import { TOOLS, type Tool } from './tools.ts';

export interface MachineServerOptions {
  desk: Desk;
  /** What the caller's key covers: the tools beyond it are not there. */
  may(scope: Scope): boolean;
  onError(error: unknown): void;
}

export function createMachineServer({ desk, may, onError }: MachineServerOptions): McpServer {
  const server = new McpServer(
    { name: 'huiqi', title: '惠企', version: desk.library().version },
    { instructions: words.instructions },
  );
  for (const tool of TOOLS) if (may(tool.scope)) register(server, tool, desk, onError);
  if (may('read')) registerResources(server, desk);
  return server;
}

function register(server: McpServer, tool: Tool, desk: Desk, onError: (error: unknown) => void): void {
  const { name, title, description, input, output } = tool;
  server.registerTool(
    name,
    {
      title,
      description,
      inputSchema: input,
      outputSchema: output,
      annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    async (given) => {
      try {
        const { text, structured } = await tool.call(given as never, desk);
        return {
          content: [{ type: 'text', text }],
          structuredContent: output.parse(structured) as Record<string, unknown>,
        };
      } catch (error) {
        if (!(error instanceof ApiProblem)) onError(error);
        const text = error instanceof ApiProblem ? error.message : words.failed;
        return { content: [{ type: 'text', text }], isError: true };
      }
    },
  );
}
