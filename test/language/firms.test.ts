import { describe, expect, test } from 'vitest';
import { firmsSaid, readUtterance } from '../../src/language/index.ts';

const firms = (text: string) => firmsSaid(readUtterance(text, { today: '2022-06-14' }));

describe('firms told side by side are told apart, with what is said of all', () => {
  const cases: [string, [string | null, string][]][] = [
    [
      '一家460人，一家240人，都做五金',
      [
        [null, '做五金,460人'],
        [null, '做五金,240人'],
      ],
    ],
    [
      '我有两个厂，一个330人一个90人',
      [
        [null, '330人'],
        [null, '90人'],
      ],
    ],
    [
      '甲厂1100人 乙厂350人，都没停',
      [
        ['甲厂', '没停,1100人'],
        ['乙厂', '没停,350人'],
      ],
    ],
    [
      'A公司350人，涨了13%，B公司1300人，涨了9%',
      [
        ['A公司', '350人,涨了13%'],
        ['B公司', '1300人,涨了9%'],
      ],
    ],
    [
      '老厂380人新厂150人，分别给多少',
      [
        ['老厂', '380人'],
        ['新厂', '150人'],
      ],
    ],
  ];
  test.each(cases)('%s', (text, wanted) => {
    expect(firms(text).map(({ name, told }) => [name, told])).toEqual(wanted);
  });
});

test.each([
  '两个订单，一个3000万一个6000万',
  '我们三个车间，一个100人一个200人',
  '我们有一家客户欠了200万',
  '甲方拖了我们200万',
  '听说端午不停工有补贴',
  '我们是一家400人的机械厂',
  'LED厂能拿吗',
])('%s tells of no other firm', (text) => {
  expect(firms(text)).toEqual([]);
});
