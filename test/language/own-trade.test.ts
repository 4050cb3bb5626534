/** A trade that a message names is told only where it is the speaker's own. */
import { expect, it } from 'vitest';
import { readFacts, readUtterance } from '../../src/language/index.ts';
import { MEANINGS } from '../support/meanings.ts';
import { shippedKnowledge } from '../support/shipped.ts';

const { facts, places } = shippedKnowledge();
const today = '2031-05-20';
const told = (say: string) =>
  readFacts(readUtterance(say, { today }), { facts, meanings: MEANINGS, places, today }).facts;

it.each([
  '昨天在饭店碰见你们同事',
  '材料从快递那边寄过来了',
  '楼下有家咖啡店',
  '宾馆旁边那块地能申请吗',
  '在软件里填了三遍',
  '医院欠我们十几万',
  '物流那边催我们盖章',
  '买了三台空调',
  '装修花了30万',
])('%s: names a trade and tells none', (say) => {
  const { manufacturing, serviceEnterprise, commercialEnterprise, venueType } = told(say);
  expect({ manufacturing, serviceEnterprise, commercialEnterprise, venueType }).toEqual({});
});

it.each([
  ['我们在县城开饭店', { serviceEnterprise: true, manufacturing: false }],
  ['我们是跑南昌到九江的物流公司', { serviceEnterprise: true, manufacturing: false }],
  ['给医院做床垫的', { manufacturing: true }],
  ['我们医院有两百张床', { serviceEnterprise: true }],
  ['饭店，雇了20个人', { commercialEnterprise: true }],
  ['一直在汽配行业', { manufacturing: true }],
])('%s: what one is, makes or runs is told', (say, wanted) => {
  expect(told(say)).toMatchObject(wanted);
});
