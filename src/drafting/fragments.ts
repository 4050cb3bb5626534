/** Names that are none: what is left of a clause where a figure or a verb was cut out of it. A rule that needs one is not read whole. */

/** 中 of 其中, 在的 around a hole, 由…申请: opens with what joins it to words that are gone. */
const OPENS =
  /^(?:中(?=[\d一二三四五六七八九十两]|年|的)|[的之](?!江)|在的|另行|另外|由(?=.*(?:申请|申报)$)|(?:超过|超出|不足|低于|高于)[\d一二三四五六七八九十])/u;
/** 增长率均, 租金单价高于, 首播的再奖: ends in what needs something behind it. */
const ENDS =
  /(?:的|每|按照?|将|对|把|高于|低于|不少于|多于|少于|增速均|均在|[再另](?:奖|补|给))(?:[数人件个台项的家辆列条](?:数|次)?|平方米数)?$/u;
/** 增量部分, 达到, 单站: says neither who nor what; 前三年: for how long, which only a payment can say. */
const HOLLOW =
  /^(?:中|条件|部分|(?:超过|超出|超额|增量|新增|剩余|其余)部分|达到|另行|单[站个项家户]|企业|项目|产品|数量|金额|部分金额|每[\p{Script=Han}]|[前首][一二两三四五六\d]+个?[年月])$/u;
/** A counting word that is none: 每1美元 counts no 美. */
const NO_UNIT = /^(?:美|欧|港|日|万|千|百|亿|十)$|的标准/u;

export const isFragment = (name: string, unit?: string): boolean =>
  HOLLOW.test(name) || OPENS.test(name) || ENDS.test(name) || (unit !== undefined && NO_UNIT.test(unit));
