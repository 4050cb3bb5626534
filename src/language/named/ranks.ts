/** Places in a ranking: 排第8名, 排名第15, 位列前三名; figures of their own, as a place counts nothing. */
import { readNumber } from '../../figures/index.ts';
import type { Measured } from './units.ts';

/** What a rank is measured in, as a drafted fact has it. */
export const RANK = '名次';

/** 排第8名 · 排名15 · 名列第三 · 第20名; not 第一次, 第2项. */
const PLACED =
  /(?:(?:排名?|位列|名列|排在|位居)第?(?<listed>\d{1,4}|[一二三四五六七八九十]{1,3})(?:名|位)?|第(?<place>\d{1,4}|[一二三四五六七八九十]{1,3})[名位])(?!次)/gu;

export function ranksIn(text: string): Measured[] {
  return Array.from(text.matchAll(PLACED)).flatMap(({ index, 0: words, groups }): Measured[] => {
    const place = readNumber(groups!.listed ?? groups!.place!);
    return place === null
      ? []
      : [{ start: index, end: index + words.length, unit: RANK, value: { min: place, max: place } }];
  });
}
