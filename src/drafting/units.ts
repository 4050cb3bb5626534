/** The unit of a figure as a fact declares it: yuan, ratio, person, or the document's own word. */
import type { Figure } from '../figures/index.ts';

const UNITS: Record<string, string> = {
  人: 'person',
  名: 'person',
  千瓦时: 'kWh',
  度: 'kWh',
  year: '年',
  month: '个月',
  day: '天',
  quarter: '季度',
  week: '周',
};

/** `behind`: a unit that the readers leave to the text (周岁, 级). */
export function unitOf(figure: Figure, behind = ''): string {
  switch (figure.kind) {
    case 'money':
      return figure.unit === 'CNY' ? 'yuan' : figure.unit === 'USD' ? '美元' : figure.unit;
    case 'percent':
      return 'ratio';
    case 'count':
    case 'duration':
      return UNITS[figure.unit] ?? figure.unit;
    default:
      return /岁/u.test(figure.text + behind) ? '岁' : (UNITS[behind] ?? (behind || '名次'));
  }
}
