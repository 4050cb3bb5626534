/** Shares that words say in full: 全额资助 of a fee, 免收 a fee. The readers of figures leave them to the text. */
import type { Figure } from '../figures/index.ts';

/** '全额补贴' · '登记费全额资助' · '免收检验检测费' · '免征增值税'; not 免费. */
const FULL = /全额(?=补|资助|奖|贴|返还|退|支持|减|免|给予|予以)|免(?=收|征|缴|交)/gu;

export function fullShares(text: string): Figure[] {
  return Array.from(
    text.matchAll(FULL),
    ({ 0: words, index }): Figure => ({
      kind: 'percent',
      unit: 'ratio',
      value: 1,
      text: words,
      start: index,
      end: index + words.length,
      trace: ['full share'],
    }),
  );
}
