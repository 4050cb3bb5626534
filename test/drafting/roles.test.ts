/** What each figure of an invented clause is there for. */
import { expect, test } from 'vitest';
import type { Role } from '../../src/drafting/role.ts';
import { markRoles } from '../../src/drafting/roles.ts';

const CLAUSES: [string, Role[]][] = [
  ['对新建冷库的企业给予20万元补助', ['amount']],
  ['按设备投资额的15%给予补助，最高200万元', ['rate', 'cap']],
  ['营业收入3000万元以上的', ['threshold']],
  ['营业收入首次突破1亿元的企业，奖励10万元', ['threshold', 'amount']],
  ['对产值同比增长10%以上的企业', ['threshold']],
  ['每增加5000万元，再奖3万元', ['step', 'amount']],
  ['安排专项资金2000万元', ['pool']],
  ['设立总规模10亿元的产业基金', ['pool']],
  ['每年遴选不超过5个园区，每个园区给予30万元资助', ['count', 'amount']],
  ['项目验收后拨付资助总额的30%', ['part']],
  ['检测费按80%收取', ['kept']],
  ['创业担保贷款额度最高30万元', ['loan']],
  ['贴息期限不超过3年', ['period']],
  ['每亩补贴100元', ['amount']],
  ['按1000元/人的标准给予补助', ['amount']],
  ['支持额度不低于50万元', ['floor']],
  ['排名前10的企业', ['threshold']],
  ['对2030年1月1日以后新注册的企业', ['date']],
  ['分别给予50万元、最高30万元资助', ['amount', 'cap']],
  ['免收检验检测费用', ['rate']],
];

test.each(CLAUSES)('%s', (clause, roles) => {
  expect(markRoles(clause, '2030-01-01').map(({ role }) => role)).toEqual(roles);
});
