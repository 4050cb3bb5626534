/** A prompt for a person: line editing, history kept between runs, Ctrl-D ends, answers above what is being typed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Lines } from './lines.ts';

const PROMPT = '› ';
const MOST_HISTORY = 200;

export function openPrompt(input: Readable, output: Writable, historyFile?: string): Lines {
  let reader: Interface | undefined;
  return {
    async read(each) {
      // Not before: a reader without a listener lets lines go by.
      const lines = open(input, output, historyFile);
      reader = lines;
      lines.on('close', () => {
        reader = undefined;
      });
      lines.prompt();
      for await (const line of lines) {
        await each(line);
        reader?.prompt();
      }
      output.write('\n');
    },
    async print(text) {
      // To the start of the line and clear it; the prompt and what was typed are drawn again below the answer.
      output.write(reader ? `\r\x1b[K${text}\n` : `${text}\n`);
      reader?.prompt(true);
      return true;
    },
    close: () => reader?.close(),
  };
}

function open(input: Readable, output: Writable, historyFile?: string): Interface {
  const reader = createInterface({
    input,
    output,
    terminal: true,
    prompt: PROMPT,
    history: readHistory(historyFile),
    historySize: MOST_HISTORY,
    removeHistoryDuplicates: true,
  });
  reader.on('history', (history) => writeHistory(historyFile, history));
  // Ctrl-C ends as Ctrl-D does; without a listener readline would only pause.
  reader.on('SIGINT', () => reader.close());
  return reader;
}

/** Newest first, as readline wants it. No history is no reason not to start. */
function readHistory(file: string | undefined): string[] {
  try {
    return file ? readFileSync(file, 'utf8').split('\n').filter(Boolean).slice(0, MOST_HISTORY) : [];
  } catch {
    return [];
  }
}

function writeHistory(file: string | undefined, history: string[]): void {
  if (!file) return;
  try {
    writeFileSync(file, `${history.join('\n')}\n`, { mode: 0o600 });
  } catch {
    // The history of a full or read-only disk is not worth a message in the middle of a conversation.
  }
}
