/** Numbers of a spreadsheet as people see them. */

/** Days count from the last day of 1899; this many lie before 1970. */
const DAYS_BEFORE_1970 = 25_569;
const DAY = 86_400_000;

/** 0.1 + 0.2 as 0.3; a day as '2026-03-01'. */
export function numberText(value: number, isDay: boolean): string {
  if (!Number.isFinite(value)) return '';
  if (isDay && value > 1 && value < 100_000)
    return new Date(Math.round((value - DAYS_BEFORE_1970) * DAY)).toISOString().slice(0, 10);
  return String(Number(value.toPrecision(12)));
}

/** Whether a number format shows a day: the built-in ones do by their number, others have a year or a day in their code. */
export function isDayFormat(format: number, code: string | undefined): boolean {
  const signs = code?.replaceAll(/"[^"]*"|\[[^\]]*\]/gu, '');
  if (signs !== undefined) return /[yd]/iu.test(signs);
  return (format >= 14 && format <= 17) || (format >= 27 && format <= 36) || (format >= 50 && format <= 58);
}
