import { describe, expect, test } from 'vitest';
import { read } from './figures-of.ts';

/** What a text of numerals is where it states no quantity. */
const NOTHING: Readonly<Record<string, string[]>> = {
  'document numbers': [
    '洪府办发〔2022〕58号',
    '赣府发 [2020] 6号在哪看',
    '（2021）第12号',
    '一号文件',
    '58号那个政策',
    '财政部公告2019年第13号',
    '16号文',
  ],
  'ordinals and articles': [
    '第七条是什么意思',
    '第29次常务会议',
    '省第十二届人大常委会',
    '28条',
    '那二十八条政策',
    '第三方',
    '第一时间',
  ],
  'list numbers': ['（五）那条', '1、', '一、加大奖励力度', '附件1', '- 3 -'],
  'telephone numbers': [
    '18970001234',
    '打12345投诉',
    '0791-83987654',
    '400-123-4567',
    '投诉电话968969',
    '咨询电话0791-88888888转8001',
  ],
  codes: [
    '有ISO14001证书',
    '5G基站',
    '4G信号不好',
    '91360100MA35ABCD12',
    '合同编号HT-2022-08',
    'A202107211321',
    '192.168.1.1',
    'GB/T 19001-2016',
    '验证码123456',
  ],
  'names and titles': [
    '“1269”行动计划',
    '《2022年若干措施》',
    '“三百”工程',
    '十四五规划',
    '1+N政策',
    '世界500强',
    '五大行动',
    '一汽',
  ],
  ratios: ['按4:6比例分担', '以2:8比例', '1比1配套', '二八开'],
  places: ['豫章路3号院', '2栋3单元', '5号楼', '青山湖西岸1-4号地块', '12楼会议室', '高新大道100号'],
  'set phrases': [
    '一次性',
    '一企一策',
    '一网通办、一站式服务',
    '一件事',
    '统一',
    '十分感谢',
    '千万别',
    '三番五次',
    '五险一金',
    '四上企业',
    '一线',
    '一批',
  ],
  recurrence: ['每天', '每月15日前', '每周一', '日均'],
  placenames: ['四川', '九江', '五台山', '五角大楼'],
  hedges: ['一点也不', '一会儿', '一些', '几点上班', '多少人'],
};

describe('what is no figure is left alone', () => {
  for (const [kind, texts] of Object.entries(NOTHING)) {
    test.each(texts)(`${kind}: %s`, (text) => expect(read(text)).toEqual([]));
  }
});
