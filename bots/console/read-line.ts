/** A line of `chat --json`: `{"text","quoted"?}` where it is that, else the line itself. */
import { z } from 'zod';

const said = z.object({ text: z.string(), quoted: z.string().nullish() });

/** A text of several lines, and a quoted message, have no other way onto a line. */
export function readLine(line: string): { text: string; quoted?: string } {
  const text = line.trim();
  if (!text.startsWith('{')) return { text };
  try {
    const { data } = said.safeParse(JSON.parse(text));
    if (data) return { text: data.text.trim(), ...(data.quoted && { quoted: data.quoted }) };
  } catch {
    // No JSON: somebody's words that begin with a bracket.
  }
  return { text };
}
