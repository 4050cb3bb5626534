/** Compares texts the way a reader would: width, blanks, brackets, quotes, dashes and spellings of dates and money aside. */

/** One spelling for things that are the same thing. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200b-\u200f\ufeff*`_]/gu, '')
    .replace(
      /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/gu,
      (_, y, m, d) => `${y}年${Number(m)}月${Number(d)}日`,
    )
    .replace(/\s+/gu, '')
    .replace(/(\d),(?=\d{3}(?!\d))/gu, '$1')
    .replace(/[〔［【[(]/gu, '(')
    .replace(/[〕］】\])]/gu, ')')
    .replace(/[“”"'‘’「」『』《》]/gu, '')
    .replace(/[—–―−~〜-]+/gu, '-')
    .replace(/千分之一/gu, '1‰')
    .replace(/百分之(\d+(?:\.\d+)?)/gu, '$1%')
    .replace(/0*(\d+)月0*(\d+)日/gu, (_, m, d) => `${Number(m)}月${Number(d)}日`)
    .replace(/(\d+)月?份?[-至到](\d+)月/gu, '$1-$2月');
}

/** Spellings that say the same: 10万元 = 100000元, a date without its year, 4:6 = 四六. */
function spellings(wanted: string): string[] {
  const text = normalise(wanted);
  const all = new Set([text]);
  const money = /^(?<number>\d+(?:\.\d+)?)(?<scale>[万亿])元$/u.exec(text)?.groups;
  if (money) {
    const yuan = Number(money.number) * (money.scale === '亿' ? 1e8 : 1e4);
    for (const spelling of [
      `${money.number}${money.scale}`,
      `${yuan}元`,
      `${yuan / 1e4}万`,
      `${yuan / 1e8}亿`,
    ])
      all.add(spelling);
  }
  const dated = /^\d{4}年(?<day>\d+月\d+日)$/u.exec(text)?.groups?.day;
  if (dated) all.add(dated);
  const persons = /^(?<number>\d+)人$/u.exec(text)?.groups?.number;
  if (persons) for (const next of ['-', '至', '到', '名', '(含)']) all.add(persons + next);
  const parts = /^(?<left>\d+):(?<right>\d+)$/u.exec(text)?.groups;
  if (parts) all.add(`${parts.left}比${parts.right}`).add('四六');
  if (text === '1‰') all.add('0.1%').add('千分之1');
  return [...all];
}

/** A number is found only whole: 5万元 does not stand in 15万元. */
function stands(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const before = text[at - 1] ?? '';
    const after = text[at + wanted.length] ?? '';
    const cut =
      (/\d/u.test(wanted[0]!) && /[\d.]/u.test(before)) || (/\d/u.test(wanted.at(-1)!) && /\d/u.test(after));
    if (!cut) return true;
  }
  return false;
}

export function says(text: string, wanted: string): boolean {
  const normal = normalise(text);
  return spellings(wanted).some((spelling) => stands(normal, spelling));
}

const EXPIRED =
  /过期|失效|届满|已截止|已经截止|截止已过|已过了?(申报|有效|执行|截止|期)|有效期已|已到期|已结束|不再(有效|受理|执行|适用)|来不及|停止受理/u;

/** The text says that a document's time is over. */
export function saysExpired(text: string): boolean {
  return EXPIRED.test(
    normalise(text).replace(/(尚?未|还?没有?|并未|不会|是否|有没有)(过期|失效|届满|到期|截止|结束)/gu, ''),
  );
}
