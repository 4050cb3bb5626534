import { type Day, dayOfMonthOf, monthOf, weekdayOf, yearOf } from '../contract/index.ts';

/** A number as written in everyday texts, without an exponent: 0.0000012, 120000. */
function plain(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  format ??= new Intl.NumberFormat('en-US', {
    useGrouping: false,
    maximumFractionDigits: 20,
    maximumSignificantDigits: 17,
  });
  return format.format(value).replace(/^-0$/, '0');
}

/** Kept, since making one takes longer than a hundred numbers. */
let format: Intl.NumberFormat | undefined;

const decimals = (value: number): number => plain(Math.abs(value)).split('.')[1]?.length ?? 0;

/** 5万元, 1.2亿元, 3500元, 12.35万元: the unit that keeps at most four decimals, so that nothing is rounded away. Yuan. */
export function formatYuan(yuan: number): string {
  const size = Math.abs(yuan);
  for (const [unit, worth] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    if (size < worth) continue;
    const count = Number((yuan / worth).toPrecision(15));
    if (decimals(count) <= 4) return `${plain(count)}${unit}元`;
  }
  return `${plain(shortened(yuan))}元`;
}

/** A figure that was computed has no end (7.142857…); shown, it has two decimals, or so many that it does not look like a round one. */
function shortened(value: number): number {
  if (decimals(value) <= LONGEST_SHOWN) return value;
  for (let places = 2; places < 12; places++) {
    const rounded = Number(value.toFixed(places));
    if (!Number.isInteger(rounded)) return rounded;
  }
  return Math.round(value);
}
const LONGEST_SHOWN = 4;

/** 12%, 0.5%, 1‰, 7.14%. The ratio is a fraction: 0.12 → 12%. Below a half per cent in per mille where that is shorter. */
export function formatRatio(ratio: number): string {
  const percent = shortened(Number((ratio * 100).toPrecision(15)));
  const permille = shortened(Number((ratio * 1000).toPrecision(15)));
  if (ratio !== 0 && Math.abs(ratio) < 0.005 && decimals(permille) < decimals(percent))
    return `${plain(permille)}‰`;
  return `${plain(percent)}%`;
}

/** 7月30日周六. */
export function formatDay(day: Day): string {
  return `${monthOf(day)}月${dayOfMonthOf(day)}日周${'一二三四五六日'[weekdayOf(day) - 1]}`;
}

/** 2022年7月30日. */
export function formatFullDay(day: Day): string {
  return `${yearOf(day)}年${monthOf(day)}月${dayOfMonthOf(day)}日`;
}
