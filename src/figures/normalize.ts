/** The text the readers see, and the way back to the text as given. */
export interface Normalized {
  text: string;
  /** Offset into the given text of each character of `text`, and its length at the end. */
  origin(index: number): number;
  /** True where a blank or a line break was taken out (or stands) directly before the character. */
  gapBefore(index: number): boolean;
}

/** Characters read as others of the same length: traditional script as far as figures need it, look-alike signs. */
const ALIKE: ReadonlyMap<string, string> = new Map(
  [
    '萬万億亿點点幾几號号週周禮礼後后內内時时間间個个兩两過过從从來来倆俩圓元圆元塊块錢钱開开並并餘余達达約约歲岁雙双',
    '國国慶庆節节勞劳動动婦妇兒儿陽阳農农曆历舊旧無无數数報报雖虽數数頭头億亿貳贰參叁陸陆年年負负鐘钟',
    '幣币員员戶户項项倍倍單单處处幫帮學学當当這这還还禮礼會会臺台條条為为於于與与後后應应該该屆届滿满沒没實实際际',
    '－-﹣-−-‒–―—％%﹪%￥¥：:（(）)∶:～~∼~〜~ー—﹑、．.｡。〇〇○〇',
  ]
    .join('')
    .match(/../gsu)!
    .map((pair) => [pair[0]!, pair[1]!]),
);

const BLANK = /[\s\u3000\u00a0\u200b\ufeff]/u;
/** What blanks are taken out between: Chinese characters, digits, the signs of figures. */
const JOINABLE = /[\d\u3400-\u9fff〇%‰~—–\-.()（）、，]/u;
const NEEDS_WORK =
  /[\s\u3000\u00a0\u200b\ufeff\uff01-\uff5e萬億點幾號週禮後內時間個兩過從來倆圓圆塊錢開並餘達約歲雙國慶節勞動婦兒陽農曆舊無數報頭貳參陸負鐘幣員戶項單處幫學當這還會臺條為於與應該屆滿沒實際﹣−‒―﹪￥∼〜ー﹑｡○∶]/u;

/**
 * Full width → half width, blanks and line breaks inside figures taken out, with the way back kept.
 * Between two digits one blank stays (2022 11 23 is not 20221123), and a full width comma stays
 * itself unless full width digits stand around it (４，５６５): in 350，500万 it separates two figures.
 */
export function normalize(given: string): Normalized {
  if (!NEEDS_WORK.test(given)) return { text: given, origin: (index) => index, gapBefore: () => false };
  const chars: string[] = [];
  const origins: number[] = [];
  const gaps = new Set<number>();
  for (let index = 0; index < given.length; index++) {
    const char = given[index]!;
    if (BLANK.test(char)) {
      let next = index + 1;
      while (next < given.length && BLANK.test(given[next]!)) next++;
      const before = chars.at(-1) ?? '';
      const after = narrow(given, next);
      const digits = isDigit(before) && isDigit(after) && !thousands(given, index, next);
      const join = JOINABLE.test(before) && JOINABLE.test(after) && !digits;
      if (!join && before !== '') {
        chars.push(' ');
        origins.push(index);
      }
      gaps.add(chars.length);
      index = next - 1;
      continue;
    }
    chars.push(narrow(given, index));
    origins.push(index);
  }
  origins.push(given.length);
  return { text: chars.join(''), origin: (index) => origins[index]!, gapBefore: (index) => gaps.has(index) };
}

/** 5 000: a group of three that begins with 0 is no amount of its own. */
const GROUP = /^[0０][\d０-９]{2}(?![\d０-９.])/u;
const HEAD = /(?:^|[^\d０-９.])[1-9１-９][\d０-９]{0,2}$/u;
const thousands = (given: string, from: number, to: number): boolean =>
  to - from === 1 &&
  GROUP.test(given.slice(to, to + 4)) &&
  HEAD.test(given.slice(Math.max(0, from - 4), from));

const isDigit = (char: string): boolean => char >= '0' && char <= '9';
const isWideDigit = (char: string | undefined): boolean => char !== undefined && char >= '０' && char <= '９';

function narrow(given: string, index: number): string {
  const char = given[index] ?? '';
  const code = char.charCodeAt(0);
  if (code === 0xff0c) return isWideDigit(given[index - 1]) && isWideDigit(given[index + 1]) ? ',' : char;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return code < 0x80 ? char : (ALIKE.get(char) ?? char);
}
