/** What else a condition may be called by who tells of it. */
import { expect, it } from 'vitest';
import { spokenNames } from '../../src/drafting/spoken.ts';

const PLACES = ['河川市云山区', '云山区'];

it.each([
  ['新设立或新迁入的陶艺企业', ['新设立的陶艺企业', '新迁入的陶艺企业']],
  ['纳入云山区重点陶艺名录', ['纳入重点陶艺名录']],
  [
    '在云山区建设观鸟台、护鸟站、湿地学校等公共服务设施',
    ['建设观鸟台、护鸟站、湿地学校等公共服务设施', '建设观鸟台', '建设护鸟站', '建设湿地学校'],
  ],
  ['经区文旅部门备案的窑厂', ['备案的窑厂']],
  ['依据《陶艺评价准则》评审总分', ['《陶艺评价准则》评审总分']],
  ['实施窑炉自动化、智能化、绿色化改造', ['实施窑炉自动化改造', '实施智能化改造', '实施绿色化改造']],
  ['在国际陶艺大会、国际窑艺大赛中取得大奖', ['在国际陶艺大会中取得大奖', '在国际窑艺大赛中取得大奖']],
  // A member without the verb of the list would only say half.
  ['窑炉燃烧控制设备、工具', []],
  ['拥有自主品牌和核心技术', []],
  ['观鸟台、秋千、凉亭等项目', ['观鸟台', '秋千', '凉亭']],
  ['观鸟台', []],
])('%s', (words, names) => {
  expect(spokenNames(words, PLACES)).toEqual(names);
});
