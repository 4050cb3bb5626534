/** The figures of a Chinese text. In a checkout: node --conditions=huiqi-source examples/figures.ts */
import { readFigures } from 'huiqi/figures';

for (const figure of readFigures('不超过500万元，8月底前申报', { ref: '2022-06-20' }))
  console.log(figure.kind, figure.text, JSON.stringify(figure));
