/** Reads a file of any known format into text. The only part of this room that touches files. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { UserError } from '../../contract/index.ts';
import { plainCharacters } from './characters.ts';
import { kindOf, readText } from './formats.ts';
import { readInThread, unpackInThread } from './thread.ts';
import type { Packed, Unpacked } from './zip-of-documents.ts';

export { READABLE_ENDINGS } from './formats.ts';
export type { Packed, Unpacked } from './zip-of-documents.ts';

/** A document and what it is called (the file's name, or its name in a zip file), with its text or with the sentence why it could not be read. */
export type ReadFile = { name: string; text: string } | { name: string; problem: string };

/**
 * The documents of a file: itself, or what a zip file holds, each that cannot be read with its sentence. Throws UserError as `readDocument` does
 * for a file that cannot be read itself.
 */
export async function readDocuments(path: string): Promise<ReadFile[]> {
  const name = basename(path);
  const bytes = await readBytes(path, name);
  if (!isZipOfDocuments(bytes, name)) return [{ name: path, text: await textOf(bytes, name) }];
  const { documents } = await unpackZip(bytes, name);
  const read: ReadFile[] = [];
  for (const file of documents) read.push(await readPacked(file));
  return read;
}

/** Whether a file is only the wrapping of others. */
export const isZipOfDocuments = (bytes: Uint8Array, name: string): boolean => kindOf(bytes, name) === 'zip';

/** Whether a file is nothing but text: no longer than its bytes say. */
export const isPlainText = (bytes: Uint8Array, name: string): boolean => kindOf(bytes, name) === 'text';

/** The documents in a zip file, at least one, and the names of what else is in it; unpacked in a thread with limits. Throws UserError. */
export async function unpackZip(bytes: Uint8Array, name: string): Promise<Unpacked> {
  const unpacked = await unpackInThread(bytes, name);
  if (unpacked.documents.length === 0)
    throw new UserError(`“${name}”里没有可读的文件。请解压后给出里面的文件。`);
  return unpacked;
}

async function readPacked({ name, bytes }: Packed): Promise<ReadFile> {
  try {
    return { name, text: await textOf(bytes, basename(name)) };
  } catch (error) {
    if (error instanceof UserError) return { name, problem: error.message };
    throw error;
  }
}

/**
 * The text of a document, as received for txt and md, as extracted for every other format.
 * Throws UserError for what is not there, empty, broken, encrypted, a scan or of an unknown kind.
 */
export async function readDocument(path: string): Promise<string> {
  const name = basename(path);
  return textOf(await readBytes(path, name), name);
}

/**
 * What a recogniser sees on the pages of a scan (PDF) or in a picture of one page, for a person to compare with the paper. Throws
 * UserError where the file is neither, or where the recogniser is not installed.
 */
export async function recogniseDocument(path: string, progress: (page: number) => void): Promise<string> {
  const name = basename(path);
  const bytes = await readBytes(path, name);
  if (!['pdf', 'picture'].includes(kindOf(bytes, name)))
    throw new UserError(`“${name}”不是扫描件，文字识别只读扫描成的 PDF 和图片。请去掉 --ocr 后再试。`);
  const { recogniseScan } = await import('./scan.ts');
  return plainCharacters(await recogniseScan(bytes, name, { progress }));
}

async function textOf(bytes: Uint8Array, name: string): Promise<string> {
  const text = plainCharacters(await readKind(bytes, name));
  if (!/\p{Script=Han}|[A-Za-z]/u.test(text))
    throw new UserError(`“${name}”里没有文字。请确认文件内容后再试。`);
  if (text.length > MOST_CHARACTERS)
    throw new UserError(`“${name}”太长（${text.length} 字符）。请拆成几份文件后再试。`);
  return text;
}

/** More than any text that a person wrote: decoding it, one encoding after the other, is not done while others wait. */
const SHORT_TEXT_BYTES = 256 * 1024;

/** A text file is only decoded; every other format, and a long text, is taken apart in a thread with limits. */
function readKind(bytes: Uint8Array, name: string): string | Promise<string> {
  const isPlain = kindOf(bytes, name) === 'text' && bytes.length <= SHORT_TEXT_BYTES;
  return isPlain ? readText(bytes, name) : readInThread(bytes, name);
}

const MOST_CHARACTERS = 3_000_000;
const MOST_BYTES = 60 * 1024 * 1024;

async function readBytes(path: string, name: string): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    const found = await stat(path);
    // A pipe or a device would keep the reader waiting for ever.
    if (!found.isFile() && !found.isDirectory())
      throw new UserError(`“${path}”不是普通文件，读不了。请给出存在磁盘上的文件。`);
    if (found.size > MOST_BYTES)
      throw new UserError(
        `“${name}”有 ${Math.round(found.size / 1024 / 1024)} MB，太大了。请拆成几份或去掉图片后再试。`,
      );
    bytes = await readFile(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new UserError(`没有找到文件“${path}”。请检查路径。`);
    if (code === 'EISDIR') throw new UserError(`“${path}”是文件夹，请给出文件。`);
    throw new UserError(`打不开文件“${path}”（${code ?? '未知原因'}）。请检查权限。`);
  }
  if (!bytes.length) throw new UserError(`“${name}”是空文件。请确认文件内容后再试。`);
  return bytes;
}
