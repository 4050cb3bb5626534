/** A PDF with a text layer → its lines, pages divided by form feeds. */
import { getDocumentProxy } from 'unpdf';
import { UserError } from '../../contract/index.ts';
import { rulesOf } from './page-rules.ts';
import { pagesWithin } from './pages.ts';
import { type PagePart, pagesText } from './pages-text.ts';
import type { Placed } from './placed.ts';
import { pageParts } from './rows.ts';

export async function readPdf(bytes: Uint8Array, name: string): Promise<string> {
  const pages: PagePart[][] = [];
  try {
    // The library keeps the bytes it is given, so it gets a copy; level 0: errors only.
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    pagesWithin(document.numPages, name);
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const pieces = items.flatMap((item) => ('str' in item ? placed(item) : []));
      pages.push(await pageParts(pieces, () => rulesOf(page)));
    }
    await document.loadingTask.destroy();
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (/password|encrypt/iu.test(`${(error as Error).name} ${(error as Error).message}`))
      throw new UserError(`“${name}”有密码保护。请去掉密码另存后再试。`);
    throw new UserError(`“${name}”打不开：PDF 文件损坏或不完整。请重新下载或另存后再试。`);
  }
  const text = pagesText(pages);
  if ((text.match(/[\p{Script=Han}A-Za-z]/gu)?.length ?? 0) < 20)
    throw new UserError(
      `“${name}”是扫描件，没有文字层，读不出文字。请换有文字层的 PDF 或 Word 版，或用 huiqi ingest 文件 --ocr 先做文字识别（OCR）。`,
    );
  return `${text}\n`;
}

interface TextItem {
  str: string;
  transform: number[];
  width: number;
  height: number;
}

/** Turned text is a watermark or a seal. */
function placed({ str, transform, width, height }: TextItem): Placed[] {
  const [a = 0, b = 0, , d = 0, x = 0, y = 0] = transform;
  if (Math.abs(b) > Math.abs(a) * 0.05) return [];
  return [{ text: str, x, y: -y, width, height: height || Math.abs(d) || 1 }];
}
