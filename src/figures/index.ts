/** The door of the room: texts to figures and back. Pure: the day asked on is an argument. */
export type {
  Asked,
  Bounded,
  CountFigure,
  DateFigure,
  DateRangeFigure,
  DurationFigure,
  Figure,
  MoneyFigure,
  NumberFigure,
  PercentFigure,
  ReadOptions,
  TimeFigure,
} from './figure.ts';
export { formatDay, formatFullDay, formatRatio, formatYuan } from './format.ts';
export { holidayDay } from './moments/holidays.ts';
export { lunarDay } from './moments/lunar.ts';
export { readFigures } from './read-figures.ts';
export { readNumber } from './read-number-text.ts';
