/** What stands under 申报要求 and its like: who gets it is asked, how to apply is not. */
import { expect, test } from 'vitest';
import { draftDocument } from '../../src/drafting/index.ts';

/** The grant beside such a heading: its vague words and what is asked of it from there. */
function asked(heading: string, lines: string): { vague: string | null; words: string[] } {
  const grant = '对购置冷藏车的企业，每辆补贴3万元。';
  const source = `${grant}\n三、${heading}\n${lines}`;
  const from = grant.length + 3;
  const text = `${heading}${lines.replace(/\s/gu, '')}`;
  const drafts = draftDocument(
    source,
    [
      { number: '1', title: '冷链', text: grant, span: { start: 0, end: grant.length } },
      { number: '3', title: heading, text, span: { start: from, end: source.length } },
    ],
    { issued: null },
  );
  const [benefit] = drafts.get('1')!;
  return {
    vague: benefit!.vague,
    words: benefit!.defined.flatMap(({ bounds, flags }) => [...bounds, ...flags].map(({ words }) => words)),
  };
}

test('papers, steps and days under their own numbers ask nothing', () => {
  const lines =
    '（一）申报材料\n1.资金申请表；\n2.营业执照、纳税证明；\n3.车辆购置合同、发票等。\n（二）申报流程\n企业登录县政务网填报，由镇街初审后报县商务局。\n（三）申报时间\n2030年3月1日至4月15日，逾期不予受理。';
  expect(asked('申报要求', lines)).toEqual({ vague: null, words: [] });
  expect(asked('申报条件及要求', lines)).toEqual({ vague: null, words: [] });
});

test('who may apply is asked, whatever stands beside it', () => {
  const lines =
    '（一）年冷链运量5000吨以上。\n（二）申报材料\n1.申请书；\n2.购车发票。\n（三）具有冷链运输资质。';
  expect(asked('申报要求', lines).words).toEqual(['年冷链运量5000吨以上', '具有冷链运输资质']);
});

test('a demand that is one of the days stays with a person', () => {
  expect(asked('时间要求', '车辆应在2029年1月1日至12月31日期间上牌。').vague).toBe('时间要求');
});

test('what is to be handed in is no condition, though no number stands over it', () => {
  const lines = '申报单位须提交申请表和发票复印件，一式三份，加盖公章。\n材料于5月10日前送县商务局。';
  expect(asked('申报要求', lines)).toEqual({ vague: null, words: [] });
});
