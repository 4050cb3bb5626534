/** A question of alternatives: 5万还是10万 · 是给厂里，还是给工人 · 按全部算还是按多出来的算. */

export interface Alternatives {
  one: string;
  other: string;
  /** Where both stand in the text, end exclusive: what is asked about, and told of nobody. */
  start: number;
  end: number;
}

/** What stands between two choices; 还是 that carries on what was (还是不行, 我还是想问) joins none. */
const BETWEEN =
  /(?<one>[^，。；？！,;?!\s][^，。；？！,;?!]{0,15}?)(?:呢|啊|吗)?[，,\s]{0,2}还是(?:说)?(?<other>(?!不[行能可给对是懂]|没|要不|算了|想|得|有点|觉得|那[个样]|这[个样]|老样|[一这那]样)[^，。；？！,;?!]{1,16})/u;
/** 我还是, 那还是, 他们还是: nothing to choose from before it. */
const NO_CHOICE =
  /^(?:算了|不了|没事|那么?|这|我们?|你们?|他们?|咱们?|也|就|但|可|不过|现在|今天|最后|结果)+$/u;
/** 请问拿 · 我想问一下是: what leads up to the first choice. */
const LEAD =
  /^(?:那么?|请问|想问一?下|问一?下|我?不(?:知道|清楚|确定)|到底|究竟|应该|它|这个?(?![月周天])|你说|帮我看看)+/u;

/** Null where nothing is to be chosen between. */
export function alternativesIn(text: string): Alternatives | null {
  const match = BETWEEN.exec(text);
  const said = match?.groups;
  const led = (said?.one ?? '').replace(LEAD, '').trim();
  const other = (said?.other ?? '').replace(/[呢啊吗呀]{1,3}$/u, '').trim();
  if (!match || led === '' || other === '' || NO_CHOICE.test(led)) return null;
  if (APART.test(match[0]) && !belongTogether(led, other, text)) return null;
  const one = parallel(led, other);
  // 落地实施是 is asked about with the choice.
  const asked = led.endsWith(`是${one}`) ? led : one;
  const start = match.index + match[0].indexOf(asked);
  return { one, other, start, end: match.index + match[0].length };
}

/** The first choice ends its clause before 还是. */
const APART = /[，,\s]{1,2}还是/u;

/** 按户口，还是按社保; not 手头紧，还是先改旧线, which puts up with it: choices are alike, or something asks for them. */
const belongTogether = (one: string, other: string, text: string): boolean =>
  ASKS.test(text) ||
  /是/u.test(one) ||
  [...other].some((letter) => HAN.test(letter) && one.includes(letter)) ||
  (/\d/u.test(one) && /\d/u.test(other));
const ASKS = /[?？吗呢么]|哪|谁|到底|不知道|不清楚/u;
const HAN = /\p{Script=Han}/u;

/** 钱是给厂里, 给工人: the first choice begins with what the second begins with; 1000人拿5万, 10万: a figure is chosen beside a figure. */
function parallel(one: string, other: string): string {
  if (/^\d/u.test(other)) return FIGURE_LAST.exec(one)?.[0] ?? one;
  const from = one.lastIndexOf(other[0]!);
  return from > 0 && from < one.length - 1 ? one.slice(from) : one.replace(BEFORE_CHOICE, '');
}
/** 落地实施是发货算, 收到钱算: what is chosen for stands before 是. */
const BEFORE_CHOICE = /^[^是]{0,10}(?<!不)是(?!不是)(?=[^是]{2})|^是/u;
const FIGURE_LAST = /\d[\d.]*(?:个?百|千|万|亿)*[^\d]{0,3}$/u;
