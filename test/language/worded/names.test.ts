/** What a thing is called states nothing; what is said of oneself beside it does. */

import { describe, expect, it } from 'vitest';
import { profileOfText } from '../../../src/service/index.ts';
import { shippedKnowledge } from '../../support/shipped.ts';

const knowledge = shippedKnowledge();
const read = (text: string) => profileOfText(knowledge, text, '2022-07-10');

describe('a text for the match door', () => {
  it.each(['不停工补贴', '大型工业企业增收奖励怎么拿', '你这个破机器人', '我们听说大型企业有奖励'])(
    'says nothing of the enterprise: %s',
    (text) => expect(read(text)).toEqual({}),
  );

  it.each([
    ['母公司是大型工业企业，增长了50%，我们自己是小型企业', { enterpriseScale: 'small' }],
    ['我们是中型企业，不停工补贴怎么拿', { enterpriseScale: 'medium' }],
    ['小微企业，区里有租金减免政策', { localRentReliefOffered: true }],
  ])('says what it says: %s', (text, facts) => expect(read(text)).toMatchObject(facts));
});
