/** A small document of the tests' own, with everything a policy can state. */
import { type KnowledgeFile, parseKnowledgeFiles } from '../../src/policy/parse-knowledge.ts';

export const SOURCE = `明府办发〔2031〕7号

明湖市人民政府办公室关于扶持茶业的若干措施

为扶持茶业，统筹安排 1 亿元资金，制定以下措施。

一、稳生产

（一）奖励茶企用工。对每天实际在岗人数 300人至

- 2 -

800人之间的茶叶企业，给予 4万元一次性补贴；超 800 人的，给予 9万元一次性补贴。【责任单位：市农业农村局、市人社局】

（二）补贴采茶机械。对 2031 年 3—5 月购置采茶机的，按购置价款的 20%给予补贴，单个企业最高不超过 30 万元。

【责任单位：市农业农村局】

二、拓市场

（三）支持参加展会。鼓励各县（区）对参加茶博会等展会的企业给予展位费补贴。

本措施自印发之日起施行，有效期至 2031年12月31日，申报截至 2032年1月20日。由市农业农村局负责解释。

2031年2月3日
`;

const span = (from: string, to: string): string =>
  `[${SOURCE.indexOf(from)}, ${SOURCE.indexOf(to) + to.length}]`;

export const POLICY = `# 茶业
document: 明府办发〔2031〕7号
title: 关于扶持茶业的若干措施
issuer: 明湖市人民政府办公室
place: 明湖市
names: [茶业七号文]
approved: { on: 2031-02-10, by: 李茶 }
issued: { on: 2031-02-03, quote: 2031年2月3日 }
valid: { from: issued, to: 2031-12-31, quote: 自印发之日起施行，有效期至 2031年12月31日 }
apply: { by: 2032-01-20, quote: 申报截至 2032年1月20日 }
explained: { by: 市农业农村局, quote: 由市农业农村局负责解释 }
chapters:
  - { number: 一, title: 稳生产, span: ${span('一、稳生产', '稳生产')} }
  - { number: 二, title: 拓市场, span: ${span('二、拓市场', '二、拓市场')} }
clauses:
  - { name: head, span: ${span('明府办发', '制定以下措施。')}, aliases: [一共多少钱] }
  - { name: tail, span: ${span('本措施自印发', '2031年2月3日')} }
measures:
  1:
    title: 奖励茶企用工
    chapter: 1
    span: ${span('奖励茶企用工', '市人社局】')}
    responsible: [市农业农村局, 市人社局]
    aliases: [工人多给不给钱]
    benefits:
      - benefit: 用工补贴
        quote: 对每天实际在岗人数 300人至800人之间的茶叶企业，给予 4万元一次性补贴；超 800 人的，给予 9万元一次性补贴
        needs: [teaMaker, { staff: { atLeast: 300人 } }]
        pays:
          - { when: { staff: { over: 800 } }, yuan: 9万元 }
          - { yuan: 4万 }
        once: true
        reading: 300人至800人按含两端理解
  2:
    title: 补贴采茶机械
    chapter: 1
    span: ${span('补贴采茶机械', '【责任单位：市农业农村局】')}
    responsible: [市农业农村局]
    benefits:
      - benefit: 机械补贴
        quote: 对 2031 年 3—5 月购置采茶机的，按购置价款的 20%给予补贴，单个企业最高不超过 30 万元
        needs: [{ machineBoughtOn: { within: [2031-03-01, 2031-05-31] } }]
        pays: [{ share: 20%, of: machinePrice, cap: 30万元 }]
  3:
    title: 支持参加展会
    chapter: 2
    span: ${span('支持参加展会', '展位费补贴。')}
`;

export const FACTS = `
teaMaker: { type: boolean, label: 茶叶企业, topic: work, question: 做茶叶吗？ }
staff: { type: number, unit: person, label: 在岗人数, topic: work, question: 多少人？ }
machineBoughtOn: { type: date, label: 购机日期, topic: machine, question: 哪天买的？ }
machinePrice: { type: number, unit: yuan, label: 购机价款, topic: machine, question: 多少钱？ }
fair: { type: choice, label: 展会, topic: fair, question: 哪个展会？, values: { tea: [茶博会] } }
`;

export const PATH = 'policies/tea/policy.yaml';

/** The files of a knowledge folder with the sample in it; `policy` is what it is changed to. */
export const sampleFiles = (policy = POLICY, more: readonly KnowledgeFile[] = []): KnowledgeFile[] => [
  { path: PATH, text: policy },
  { path: 'policies/tea/source.txt', text: SOURCE },
  { path: 'facts.yaml', text: FACTS },
  ...more,
];

/** The sample with one thing changed; throws where the words are not in it. */
export function changed(words: string, replacement: string): string {
  if (!POLICY.includes(words)) throw new Error(`not in the sample: ${words}`);
  return POLICY.replace(words, replacement);
}

export const samplePolicy = (text = POLICY) => parseKnowledgeFiles(sampleFiles(text)).policies[0]!.policy;
