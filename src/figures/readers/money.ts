import type { AmountDraft } from '../draft.ts';
import { matchAt } from '../matches.ts';
import { bareUnitCounts } from '../number/bare.ts';
import { exact } from '../number/exact.ts';
import type { NumberToken } from '../number/number-token.ts';
import { readNumberAt } from '../number/read-number.ts';
import { amountOf } from './amount.ts';

const CURRENCIES: Readonly<Record<string, string>> = {
  元: 'CNY',
  块: 'CNY',
  人民币: 'CNY',
  rmb: 'CNY',
  '¥': 'CNY',
  cny: 'CNY',
  美元: 'USD',
  美金: 'USD',
  美刀: 'USD',
  刀: 'USD',
  $: 'USD',
  us$: 'USD',
  usd: 'USD',
  欧元: 'EUR',
  欧: 'EUR',
  '€': 'EUR',
  eur: 'EUR',
  港元: 'HKD',
  港币: 'HKD',
  hk$: 'HKD',
  日元: 'JPY',
  英镑: 'GBP',
  镑: 'GBP',
  '£': 'GBP',
  韩元: 'KRW',
  澳元: 'AUD',
  加元: 'CAD',
  澳门元: 'MOP',
  台币: 'TWD',
  新台币: 'TWD',
  瑞士法郎: 'CHF',
  卢布: 'RUB',
  泰铢: 'THB',
  新加坡元: 'SGD',
  新元: 'SGD',
  韩币: 'KRW',
  日币: 'JPY',
};

/** 元 but not of 元旦, 元宵, 元件; 块 but not of 块状. */
const UNIT =
  /(?<unit>人民币|RMB|rmb|新加坡元|澳门元|新台币|瑞士法郎|[美欧港日韩澳加新]元|[美]金|美刀|欧(?![元洲盟美式姆])|[港台韩日]币|英镑|镑|卢布|泰铢|USD|EUR|CNY|元(?![旦宵素件月])|块(?:钱)?(?!头|状|地|钢)|刀(?=$|[,，。]))/uy;
const YUAN_TAIL = /(?:人民币|RMB|钱)?[整正]?(?:人民币|RMB)?/uy;
const PREFIX =
  /(?:人民币|RMB|rmb|US\$|HK\$|[¥$€£]|[美欧港日韩澳加]元|美金|[港台韩日]币|英镑|泰铢|卢布)(?:是|为|有|约|共)? ?$/u;
/** The last characters of PREFIX, and the first ones of the units behind a numeral. */
const SYMBOL_ENDS = new Set('币Bb¥$€£ 元金镑铢布是为有约共');
const UNIT_STARTS = new Set('人RrUEC元块刀新澳瑞美欧港日韩加台英镑卢泰角毛分');

const JIAO = /[角毛](?:钱|整|正)?(?!大楼|度)/uy;
const FEN = /分(?:钱|整|正)?(?!之|钟|公司|行|类|配|布|享|批|期|别|析|管|局|为|成|红|店)/uy;

/** 5万元, 一块二, 九角九分, ¥1,500, 人民币叁佰万元整, 45万欧元; 亿元 alone before a bound word. */
export function readMoney(number: NumberToken, text: string): AmountDraft | null {
  const next = text[number.end] ?? '';
  const symbol = SYMBOL_ENDS.has(text[number.start - 1] ?? '');
  if (!symbol && !UNIT_STARTS.has(next)) return null;
  const before = symbol
    ? PREFIX.exec(text.slice(Math.max(0, number.start - 5), number.start))?.[0]
    : undefined;
  const start = number.start - (before?.length ?? 0);
  const unit = matchAt(UNIT, text, number.end);
  if (unit) {
    if (number.bare && !bareUnitCounts(text, number.start, number.end + unit[0].length)) return null;
    const word = unit.groups!.unit!.replace('钱', '');
    // 港币50万元: the name before the number says whose 元 it is.
    const named = before ? CURRENCIES[nameOf(before)] : undefined;
    const currency = (word === '元' ? named : undefined) ?? CURRENCIES[word.toLowerCase()] ?? 'CNY';
    const draft = build(number, 1, currency, start, number.end + unit[0].length);
    if (currency !== 'CNY') return draft;
    if (word === '元' || word === '块') addJiaoFen(draft, text, word === '块' && !unit[0].includes('钱'));
    draft.end += matchAt(YUAN_TAIL, text, draft.end)?.[0].length ?? 0;
    return draft;
  }
  if (number.bare) return null;
  const jiao = matchAt(JIAO, text, number.end);
  if (
    jiao &&
    number.lo === number.hi &&
    !(
      text[number.end] === '角' &&
      /[三四五六八多直]/u.test(number.text) &&
      !before &&
      !/[\d分整]/u.test(text[number.end + 1] ?? '') &&
      number.text.length === 1 &&
      text.length > number.end + 1
    )
  ) {
    const draft = build(number, 0.1, 'CNY', start, number.end + jiao[0].length);
    addPart(draft, text, FEN, 0.01, text[number.end] === '毛');
    return draft;
  }
  const fen = matchAt(FEN, text, number.end);
  if (fen && (before || fen[0].includes('钱')))
    return build(number, 0.01, 'CNY', start, number.end + fen[0].length);
  if (before) return build(number, 1, CURRENCIES[nameOf(before)] ?? 'CNY', start, number.end);
  return null;
}

const nameOf = (prefix: string): string =>
  prefix
    .trim()
    .toLowerCase()
    .replace(/[是为有约共]$/u, '');

function build(number: NumberToken, factor: number, unit: string, start: number, end: number): AmountDraft {
  return { kind: 'money', unit, factor, number, start, end, trace: ['money'], ...amountOf(number, factor) };
}

/** 元 goes on with 角 and 分; 块 with a lone digit too: 一块二 1.2, 三块零四 3.04. */
function addJiaoFen(draft: AmountDraft, text: string, colloquial: boolean): void {
  if (draft.value === undefined) return;
  const withJiao = addPart(draft, text, JIAO, 0.1, false);
  if (addPart(draft, text, FEN, 0.01, withJiao)) return;
  if (withJiao || !colloquial) return;
  const tail = readNumberAt(text, draft.end);
  if (!tail || tail.lo !== tail.hi || tail.bare) return;
  if (/^[一二三四五六七八九1-9]$/u.test(tail.text)) add(draft, tail.lo * 0.1, tail.end);
  else if (/^零[一二三四五六七八九]$/u.test(tail.text)) add(draft, tail.lo * 0.01, tail.end);
}

/** A numeral with 角 or 分 behind the amount so far; `open` takes a lone digit without its unit (九毛九). */
function addPart(draft: AmountDraft, text: string, unit: RegExp, worth: number, open: boolean): boolean {
  if (draft.value === undefined) return false;
  const from =
    text[draft.end] === '零' && /[角分]/u.test(text[draft.end + 2] ?? '') ? draft.end + 1 : draft.end;
  const zero = text.startsWith('零角', draft.end) || text.startsWith('零分', draft.end);
  const number = readNumberAt(text, zero ? draft.end : from);
  if (!number || number.lo !== number.hi || number.bare || number.lo >= 100) return false;
  const match = matchAt(unit, text, number.end);
  if (match) {
    add(draft, number.lo * worth, number.end + match[0].length);
    return true;
  }
  if (open && /^[一二三四五六七八九]$/u.test(number.text)) {
    add(draft, number.lo * worth, number.end);
    return true;
  }
  return false;
}

function add(draft: AmountDraft, amount: number, end: number): void {
  draft.value = exact(draft.value! + exact(amount));
  draft.end = end;
  draft.number = null;
}
