/** Words behind which a figure means something that no form holds, unless a form was found that does. */

export const COUNTED = '给付的件数另有限制';
export const MATCHED = '按上级资金的比例配套';
export const DIFFERENCE = '按差额给付';
export const BEYOND = '只对超出的部分给付';
export const RATED = '按利率计算';
export const CHANGED = '在别处的标准上增减';
export const FOR_NOBODY = '给谁、什么条件，这一句和标题都没有写明';
export const PRICED = '计算的单价另有上限';

export const HAZARDS: readonly (readonly [RegExp, string])[] = [
  [/公式|×|÷|系数|乘以|加权/u, '按公式计算'],
  [/\d(?:%|‰|万?元)[^，。；]{0,12}(?:或者?|孰(?:高|低))[^，。；]{0,20}\d/u, '几种给法之间用“或”'],
  [/[1一][:：比]\s*\d|等额配套|同比例配套/u, MATCHED],
  [/差额|补差|补齐/u, DIFFERENCE],
  [/(?:超出|超过|高出)[^，。；]{0,14}?部分|超额部分|新增部分的|每超/u, BEYOND],
  [/(?:基准)?利率(?:的)?\d|LPR|基点/u, RATED],
  [/(?:上浮|下调|提高|降低|调减)(?:至|到)?\d(?![^，。；]{0,4}个?百分点)/u, CHANGED],
  [/分(?:档|级|类)(?:给予|奖励|补助|资助|支持)/u, '分档的标准这一句没有写明'],
  [/包括(?:[^，。；]{1,60})费/u, '给付的范围另有限制'],
  [
    /最多(?:资助|奖励|补助|支持)?[\d一二三四五六七八九十两]+(?:个|项|件|次|人|家|场|台|辆|套|户|名|篇|款|张|亩|份|部|届)/u,
    COUNTED,
  ],
  [/单价[^，。；]{0,8}(?:高于|超过)[^，。；]*按[^，。；]{1,12}计/u, PRICED],
  [/[\d%元]\s*[/／]\s*\d/u, '数字的写法不清楚'],
];
