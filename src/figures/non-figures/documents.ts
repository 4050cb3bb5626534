import { type Claim, CN, ORDINAL } from './claim.ts';

/** 1、 2. 一、: not the 10、 of 10、20、30万元. Only behind a break, which the reader checks. */
export const LIST_NUMBER = new RegExp(`(?:\\d{1,2}|${CN}{1,3})(?:、(?!\\d|${CN})|．|\\.(?!\\d))`, 'gu');

/** How documents number themselves and what they name. */
export const documentClaims: Claim[] = [
  {
    // 洪府办发〔2022〕58号, (2023)15号, [2022]
    name: 'document-number',
    needs: 'digit',
    pattern: /[〔[【(［]\d{4}[〕\]】)］] ?第? ?\d{1,5} ?号?|[〔[【]\d{4}[〕\]】]/gu,
  },
  {
    // 第29号令, 16号文, 2019年第13号, 58号第二条; there is no 58th day, so 58号 alone is a number of a document too
    name: 'order-number',
    needs: 'digit',
    pattern:
      /\d{4}年第\d{1,4}号|第?\d{1,4}号(?:令|文件?|公告|通知|(?=政策|措施|第))|(?<![\d.])(?:3[2-9]|[4-9]\d|\d{3,4})号(?!人)/gu,
  },
  // 《关于…的通知》
  { name: 'title', needs: 'any', pattern: /《[^《》]{1,80}》/gu },
  {
    // 第七条, 第29次, 第十二届; a date's 第三季度 is longer
    name: 'ordinal',
    needs: 'any',
    pattern: new RegExp(
      `第 ?(?:\\d{1,5}|${CN}{1,6})(?:[-—~至到]第?\\d{1,3})?(?:[条款项章节次届期批个名位家代产类部级轮号]|方)?`,
      'gu',
    ),
  },
  {
    // “28条”, 二十条政策; 3条生产线 is a count
    name: 'articles',
    needs: 'any',
    pattern: new RegExp(`${ORDINAL}条(?!(?:生)?产线|线|建议|意见|信息|短信|航线|道路|龙)`, 'gu'),
  },
  // (五), （3）
  {
    name: 'list-number',
    needs: 'any',
    pattern: new RegExp(`\\((?:\\d{1,2}|${CN}{1,3})\\)(?!以[上下])`, 'gu'),
  },
  { name: 'circled', needs: 'any', pattern: /[①-⑳]/gu },
  // - 3 -
  { name: 'page-number', needs: 'digit', pattern: /(?<!\d ?)- ?\d{1,3} ?-(?! ?\d)/gu },
  {
    // 附件1, 邮编：330000, 合同号2022001
    name: 'label',
    needs: 'digit',
    pattern:
      /(?:附件|附表|表|图|序号|编号|代码|邮编|邮政编码|工号|单号|合同号|账号|卡号|税号|QQ群?|微信|群号|房号|传真|手机号?|尾号|证号|批号|型号|车牌)[号码]?[:是为]? ?\d+(?:-\d+)*(?![\d万亿元%个])/gu,
  },
  {
    // “1269”行动, “三百”工程, “一号工程”: a quotation of nothing but a numeral is a name
    name: 'quoted-name',
    needs: 'any',
    pattern: new RegExp(
      `[“"‘「](?:\\d[\\d+×*xX]{0,11}|${CN}{2,6}|${CN}个${CN}|[一二三四五六七八九十百千万两]{1,6}[号大千百万条])[”"’」]`,
      'gu',
    ),
  },
  {
    // 十五届四次全会, 3次会议
    name: 'session',
    needs: 'any',
    pattern: new RegExp(
      `(?:\\d{1,2}|${CN}{1,3})届(?:${CN}{1,2}次)?|(?:\\d{1,2}|${CN}{1,2})次(?:全会|会议|全体会议|代表大会)`,
      'gu',
    ),
  },
  {
    // 一号改革工程, 十大行动, 三年行动, 十四五规划
    name: 'programme',
    needs: 'numeral',
    pattern:
      /一号(?=[”’"]?(?:工程|改革|文件|发展|行动|首长|位|项目))|[二三四五六七八九十两]大(?!于|约|概|小|家|型|中)|[两三五](?:年|个月)(?=行动|倍增|攻坚|提升|整治|大变样)|十[一二三四五六]五(?![万千百十个家人元%])(?:规划|时期|期间)?/gu,
  },
  {
    // 1+N, 5+2+X: programmes again
    name: 'n-plus-n',
    needs: 'any',
    pattern: /(?<![\d.%])(?:[1-9N]|\d0?)\+(?:[1-9NXx])(?:\+[1-9NXx])*(?![\d.%天月年])/gu,
  },
];
