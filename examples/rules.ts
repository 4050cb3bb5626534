/** What one enterprise gets of every benefit that is known, and why. In a checkout: node --conditions=huiqi-source examples/rules.ts */
import { evaluateAll } from 'huiqi/rules';
import { readKnowledge } from 'huiqi/service';

const knowledge = readKnowledge();
const profile = {
  manufacturing: true,
  holidayContinuousProduction: true,
  industrialElectricityGrowth: 0.12,
  dailyOnDutyHeadcount: 350,
};

for (const { verdict, measure, benefit, amountYuan } of evaluateAll(knowledge, profile, {
  today: '2022-06-20',
}))
  if (verdict === 'eligible') console.log(measure.id, benefit.benefit, amountYuan ?? '');
