import type { AmountDraft, DurationUnit } from '../draft.ts';
import { allMatches, matchAt } from '../matches.ts';
import { exact } from '../number/exact.ts';
import type { NumberToken } from '../number/number-token.ts';
import { readNumberAt } from '../number/read-number.ts';
import { draftOf } from './amount.ts';

/** Units of time with what may not follow them: 年度, 日元, 分公司, 月份. The longest name of a unit stands first. */
const UNIT =
  /(?:(?<second>秒钟?)|(?<minute>分钟|分(?=\d+秒|[零一二三四五六七八九十半]+秒?|半))|(?<quarterHour>刻钟)|(?<hour>个?小时|个?钟头|个钟(?!头)|时(?=\d*分|[零一二三四五六七八九十]+分))|(?<workday>个?(?:工作日|交易日|法定工作日))|(?<day>天|昼夜|个?自然日|日(?![元常报期益本均产前至到起截止-])|(?<=(?:[届期]满|到期|工|实施|召开|举办)前?(?:\d{1,3}|[一二三四五六七八九十]{1,3}))日(?=前|内))|(?<week>个?(?:星期|礼拜)(?![一二三四五六日天])|周(?!年|[一二三四五六日](?!次)|岁|边|期|长))|(?<month>个?月(?!份|饼|[初底末上中下]))|(?<quarter>个?季度)|(?<year>周?年(?!度|级|[初底末]|月|报|产|内?第|轻|龄|代|[上下]半年)))(?<half>半(?!年|天|个|数))?(?<whole>钟)?整?/uy;

/** Characters that a unit begins with. */
const UNIT_STARTS = new Set('秒分刻个小钟时工交法天昼自日星礼周月季年');

/** Seconds or months of one unit, to add 三小时零五分 and to compare 13天 with 8周. */
const SIZE: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  quarterHour: 900,
  hour: 3600,
  day: 86_400,
  week: 604_800,
};
const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };

interface Piece {
  unit: string;
  count: number;
  end: number;
}

function pieceAt(number: NumberToken, text: string): Piece | null {
  const ge = text.startsWith('个半', number.end) && !text.startsWith('个半月前', number.end) ? 0.5 : 0;
  const at = ge ? number.end + 2 : number.end;
  const match = matchAt(UNIT, text, at);
  if (!match) return null;
  const unit = Object.keys(match.groups!).find(
    (name) => name !== 'half' && name !== 'whole' && match.groups![name],
  )!;
  return { unit, count: number.lo + ge + (match.groups!.half ? 0.5 : 0), end: at + match[0].length };
}

/** 30天, 3个月, 三年半, 一个半小时, 两年零三个月, 36天5小时30分, 10个工作日, 6天5晚. */
export function readDuration(number: NumberToken, text: string): AmountDraft | null {
  if (!UNIT_STARTS.has(text[number.end] ?? '')) return null;
  if (number.bare || /第$/u.test(text.slice(Math.max(0, number.start - 1), number.start))) return null;
  const first = pieceAt(number, text);
  if (!first) return readMoreThan(number, text);
  const factor = factorOf(first.unit);
  const draft = draftOf(number, 'duration', nameOf(first.unit), factor, { end: first.end }, 'duration');
  if (number.lo !== number.hi) return draft;
  draft.value = exact(first.count * factor);
  return addPieces(draft, first, text);
}

const MORE_THAN = /个多(?<unit>月(?!份)|小时|钟头|星期|礼拜|季度)/uy;
const UNIT_NAMES: Readonly<Record<string, DurationUnit>> = {
  月: 'month',
  小时: 'hour',
  钟头: 'hour',
  星期: 'week',
  礼拜: 'week',
  季度: 'quarter',
};

/** 一个多月, 两个多小时: more than N, less than N and one. */
function readMoreThan(number: NumberToken, text: string): AmountDraft | null {
  const match = matchAt(MORE_THAN, text, number.end);
  if (!match || number.lo !== number.hi) return null;
  const more = { ...number, hi: number.lo + 1, open: true, approx: true };
  return draftOf(
    more,
    'duration',
    UNIT_NAMES[match.groups!.unit!]!,
    1,
    { end: number.end + match[0].length },
    'duration',
  );
}

/** The smaller units behind the first: 8天20小时, 两年外加三个月. Nights only repeat the days (三天三夜). */
function addPieces(draft: AmountDraft, first: Piece, text: string): AmountDraft {
  let last = first;
  let total = draft.value!;
  let unit = first.unit;
  for (let count = 0; count < 4; count++) {
    const joint = /^(?:零|又|外加|加上?|和)?/u.exec(text.slice(last.end, last.end + 2))![0];
    let number = readNumberAt(text, last.end + joint.length);
    if (!number && joint === '零') number = readNumberAt(text, last.end);
    if (!number || number.lo !== number.hi || number.bare) break;
    if (/^[晚夜]/u.test(text.slice(number.end)) && last.unit === 'day') {
      draft.end = number.end + 1;
      break;
    }
    const next = pieceAt(number, text) ?? shortPiece(number, text, last.unit);
    if (!next || !smaller(next.unit, last.unit)) break;
    const months = MONTHS[next.unit] !== undefined;
    if (months !== (MONTHS[unit] !== undefined)) break;
    const size = months ? MONTHS : SIZE;
    total = exact((total * size[unit]!) / size[next.unit]! + next.count);
    unit = next.unit;
    draft.end = next.end;
    draft.number = null;
    last = next;
  }
  if (unit !== first.unit || draft.number === null) {
    draft.value = exact(total * factorOf(unit));
    draft.unit = nameOf(unit);
    draft.factor = factorOf(unit);
  }
  return draft;
}

/** 3小时05分, 8天20时: inside a sum the short names are plain. */
function shortPiece(number: NumberToken, text: string, above: string): Piece | null {
  const char = text[number.end];
  if (char === '分' && above === 'hour') return { unit: 'minute', count: number.lo, end: number.end + 1 };
  if (char === '时' && above === 'day') return { unit: 'hour', count: number.lo, end: number.end + 1 };
  return null;
}

const ORDER = ['second', 'minute', 'quarterHour', 'hour', 'day', 'week', 'month', 'quarter', 'year'];
/** Workdays are in no order with the others: they never join a sum. */
const smaller = (a: string, b: string): boolean => ORDER.includes(a) && ORDER.indexOf(a) < ORDER.indexOf(b);
const nameOf = (unit: string): DurationUnit => (unit === 'quarterHour' ? 'minute' : (unit as DurationUnit));
const factorOf = (unit: string): number => (unit === 'quarterHour' ? 15 : 1);

const HALVES =
  /(?<![上下前后\d一二三四五六七八九十两个大小多])(?:(?<year>半年)|半个?(?<month>月)|(?<hour>半个?(?:小时|钟头))|(?<day>半[天日])|(?<minute>分半)|(?<count>半个)(?![月小钟多]))(?!度报|期|导)/gu;

/** 半年, 半个月, 半天 (twelve hours), 半小时, 分半. */
export function readHalfDurations(text: string): AmountDraft[] {
  if (!text.includes('半')) return [];
  return allMatches(HALVES, text).map((match) => {
    const unit = Object.keys(match.groups!).find((name) => match.groups![name])!;
    const [name, value] = unit === 'day' ? ['hour', 12] : unit === 'minute' ? ['second', 90] : [unit, 0.5];
    return {
      kind: unit === 'count' ? 'count' : 'duration',
      unit: unit === 'count' ? '个' : (name as string),
      factor: 1,
      number: null,
      value: value as number,
      start: match.index,
      end: match.index + match[0].length,
      trace: ['half'],
    };
  });
}
