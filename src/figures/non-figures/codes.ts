import { type Claim, CN } from './claim.ts';

/** Numbers that are called, typed or painted on a door, and proportions. */
export const codeClaims: Claim[] = [
  {
    // 18970001234, 0791-88888888, 400-123-4567
    name: 'phone',
    needs: 'digit',
    pattern:
      /(?<![\d.])(?:(?:\+?86[- ]?)?1[3-9]\d{9}|1[3-9]\d-\d{4}-\d{4}|0\d{2,3}-\d{7,8}|[48]00-?\d{3,4}-?\d{3,4}|\d{3,4}-\d{3,4}-\d{4})(?:转\d{1,5})?(?!\d|\.\d|[元万亿%])/gu,
  },
  {
    // 打12345投诉, 热线968969, 12366纳税服务热线, 96333怎么转人工
    name: 'hotline',
    needs: 'digit',
    pattern:
      /(?:拨打|致电|热线|电话|打|拨|转|专线|验证码|密码)(?:号码)?[是为:]? ?\d{3,12}(?!\d|元|万|个|人|折)|(?<![\d.])\d{3,8}(?=[\u4e00-\u9fff]{0,6}?(?:热线|专线|咨询电话|服务电话|转人工|打不[通进]|没人接|无人接|占线))/gu,
  },
  // 192.168.1.1
  {
    name: 'address',
    needs: 'digit',
    pattern: /(?<![\d.])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\d.])/gu,
  },
  {
    // A202107211321, ISO14001, 5G, 91360100MA35; not Q2, 3pm, and no k, m, w, g, t, which are units
    name: 'code',
    needs: 'letter',
    pattern:
      /(?<![\dA-Za-z])(?!Q[1-4](?!\d))[A-Za-z][A-Za-z-]{0,15}\d[\dA-Za-z.-]*|(?<![\d.])\d{1,20}(?![apAP]\.?[mM])(?:[A-HJ-LN-VX-Zabcdefhijlnopqrstuvxyz]|[A-Z]{2,})[\dA-Za-z-]*/gu,
  },
  {
    // 工业4.0, Web3.0: an edition of something; not 增长4.0个百分点, 评分为4.0
    name: 'edition',
    needs: 'digit',
    pattern:
      /(?<=[A-Za-z\u4e00-\u9fff])(?<![为是达到至分约长降增升涨跌超过])\d\.0(?![\d%‰万亿千百元块个倍成折亩吨米公平分以左~-])/gu,
  },
  // 第0012345号, 007: no quantity begins with zeros
  { name: 'zeros', needs: 'digit', pattern: /(?<![\d.,，:/年月-])0\d{2,}(?![\d.%:/-])/gu },
  { name: 'long-code', needs: 'digit', pattern: /\d{12,}[xX]?/gu },
  {
    // 4:6, 1:1, 以四比六; a clock (15:30) is none unless 比例 follows
    name: 'ratio',
    needs: 'any',
    pattern: new RegExp(
      '(?<![\\d:])(?!(?:[01]?\\d|2[0-4]):[0-5]\\d(?![\\d.]|比|的?比例))\\d{1,3}(?:\\.\\d+)?:\\d{1,3}(?:\\.\\d+)?(?::\\d{1,3}){0,9}(?![\\d:])' +
        `|(?:\\d{1,9}|${CN})比(?:\\d{1,9}|${CN})(?!例|[\\d.]|${CN}|[万亿%人家])|[一二三四五六七八]{2}(?:开|分成)`,
      'gu',
    ),
  },
  {
    // 24小时热线, 24小时自助: open round the clock, no length of time
    name: 'round-the-clock',
    needs: 'any',
    pattern:
      /(?:24|二十四) ?个?小时(?=全天|不间断|不打烊|服务|热线|电话|自助|在线|营业|值班|值守|开放|客服|便利|受理|咨询|监控|巡|都[有可在能])/gu,
  },
  {
    // 3·15投诉, 6·18大促: an event named by its day; 6·30前 is a day
    name: 'event',
    needs: 'digit',
    pattern:
      /(?<![\d.·])\d{1,2}(?:·\d{1,2}(?=[^\d·之以前后起止截至到日号,，。;； ])|[.·]\d{1,2}(?=晚会|大促|活动|促销|购物|电商|维权|投诉|事件|专案))/gu,
  },
  {
    // 一式两份, 两免三减半, 7×24小时, 世界500强, 二期工程, 1.0版, Windows 11, 301医院
    name: 'set-form',
    needs: 'any',
    pattern:
      /一式[一二两三四五六]份|[一二两三五]免[一二两三五]减半|7 ?[×xX*] ?24(?: ?小时)?|(?:\d{1,4}|[百千])强(?!度|制|化|势)|(?:\d|[一二三四五六])期(?![间限末初货待])|\d{1,4}(?:\.\d{1,4}){1,3}版|(?:Windows|Office|Win|iOS|Android|HTML|IPv|[VvNn][Oo]?)\.? ?\d{1,6}(?:\.\d{1,6}){0,4}|\d{3}医院|(?:GB|ISO|IEC|DB)(?:\/T)? ?\d{1,6}(?:[-—.]\d{1,4}){0,2}|(?:\d{1,2}|[一二三四五])[星级](?=级|资质|企业|标准|酒店|风险|$)|(?:[一二三四五六七八九十]{1,2}|\d{1,2})中(?:学|$)/gu,
  },
];

/** Streets, buildings, floors, rooms and plots. */
export const placeClaims: Claim[] = [
  {
    // 豫章路3号院, 高新大道100号; 二七北路, 320国道
    name: 'street',
    needs: 'any',
    pattern:
      /[路街道巷弄里](?:\d{1,5}|[一二三四五六七八九十]{1,3})号(?:院|楼|附\d{1,4}号?)?|[一二三四五六七八九十]{1,3}(?=[东西南北中]?(?:路|街(?!道)|大道|广场|巷|大桥))|\d{3}(?=[国省县]道)/gu,
  },
  {
    // 5号楼, 301室, 2栋3单元, 12楼会议室
    name: 'building',
    needs: 'any',
    pattern:
      /(?:\d{1,4}|[一二三四五六七八九十]{1,3})(?:号(?:楼|院|厂房|线|会议室|机组|展[厅馆位]|报告厅|柜台?|教室|车位|站台|基地|地块|门|馆|仓库|车间|窗口?|店|园区?)|号?(?:室|栋|幢|单元)(?!公司)|楼(?!市|盘)(?:会议室|大厅|\d{2,4}(?:室|房)?)?|层会议室|会议室|窗口|#)|\d{3,4}(?:室|房间?|办公室)|(?:机组|窗口|车间|产线|厂房|仓库|楼栋|展位|工位)\d{1,4}号/gu,
  },
  {
    // A座12层, 3号楼5层, 恒大中心18楼; 一栋12层 is a building of twelve
    name: 'floor',
    needs: 'any',
    pattern: new RegExp(
      `(?:[A-Za-z\\d][座栋幢楼]|\\d{1,3}号?[座栋幢楼]|大厦|大楼|广场|中心)[A-Z]?座?(?:负?\\d{1,3}|${CN}{1,3})[层楼](?:\\d{1,4}(?:室|房|单元)?)?`,
      'gu',
    ),
  },
  {
    // 1-4号地块, 16、19号旧改地块, 地块编号A-03
    name: 'plot',
    needs: 'digit',
    pattern:
      /(?:\d{1,3}[-、~]){0,6}\d{1,3}号(?=[\u4e00-\u9fff]{0,4}(?:地块|楼|院|厂房|车间))|地块(?:编号)?[\dA-Z-]{1,20}/gu,
  },
];
