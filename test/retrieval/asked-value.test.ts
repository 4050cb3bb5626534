/** What kind of value a question asks for, and how one is written. */
import { describe, expect, test } from 'vitest';
import { statedShare, writtenAs } from '../../src/retrieval/asked-value.ts';

const states = (question: string, text: string) => writtenAs(question).every((written) => written.test(text));

describe('a value of the kind asked for', () => {
  test.each([
    ['买机器最多补多少钱', '给予最高50万元补贴', '对设备予以支持'],
    ['租金能减几成', '减免50%的租金', '对租金予以减免支持'],
    ['贷款能贷几年', '期限最长不超过3年', '2031年3月印发'],
    ['最晚几号交', '于2031年5月10日前提交', '提交书面申请'],
    ['要几个人才能报', '固定人员须在四十人以上', '有固定人员'],
    ['材料交几份', '书面材料一式3份', '提交书面材料'],
    ['场地要多大', '面积不低于200平方米', '有固定场所'],
    ['电话是多少', '咨询电话：87654321', '可以咨询'],
    ['在哪里申请', '登录统一申报平台', '由企业申请'],
    ['要什么材料', '提交营业执照复印件', '按程序办理'],
  ])('%s: %s, not %s', (question, stating, silent) => {
    expect(states(question, stating)).toBe(true);
    expect(states(question, silent)).toBe(false);
  });

  test('a question that names no kind of value is stated by any text', () => {
    expect(writtenAs('有没有支持开茶馆的政策')).toEqual([]);
    expect(statedShare('有没有支持开茶馆的政策', '支持茶馆', '支持开办茶馆。')).toBe(1);
  });

  test('a title that asks itself has to ask for the same', () => {
    const answer = '最高20万元，期限不超过2年。';
    expect(statedShare('能借几年', '贷款每次可以用多长时间？', answer)).toBe(1);
    expect(statedShare('能借几年', '贷款额度是多少？', answer)).toBe(0);
  });
});
