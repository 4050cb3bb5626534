/** Invented documents, as an office would bring them in. */
export const NUMBER = '云溪府办发〔2021〕9号';

/** `sum`: what enterprises of 100 and more people get. */
export const document = ({
  sum = '6万元',
  people = 100,
  number = NUMBER,
} = {}): string => `云溪县人民政府办公室文件

${number}

云溪县人民政府办公室关于印发
支持企业稳岗扩产若干措施的通知

各乡镇人民政府，县政府各部门：
《支持企业稳岗扩产若干措施》已经县政府研究同意，现印发给你们，请认真组织实施。

云溪县人民政府办公室
2021年11月5日

支持企业稳岗扩产若干措施

一、支持企业稳定用工
1.对从业人员${people}人以上的制造业企业，给予${sum}一次性补贴。（责任单位：县人社局）
2.鼓励企业开展职工技能培训，对组织职工参加技能培训的企业，给予一次性培训补贴。（责任单位：县人社局、县财政局）

二、支持企业扩大产能
3.对新增设备投资500万元以上的企业，按设备投资额的5%给予补助，最高不超过80万元。（责任单位：县工信局）

本措施自印发之日起施行，有效期至2023年12月31日。
`;

export const asFile = (text: string, name = '云溪稳岗.txt'): File =>
  new File([text], name, { type: 'text/plain' });
