/** Words around a figure that say nothing of what it is of. */

const FILLER =
  /我们|咱们?|我司|我厂|自己|自家|本厂|今年|本年|去年|上年|同期|本期|现在|目前|上半年|下半年|[一二三四]季度|月份?|年|到现在|至今|大概|大约|差不多|左右|应该|估计|估摸着?|可能|一共|总共|合起来|加起来|合计|累计|[两二三]个月|其实|实际|只有|有个|也就|已经|之间|左右|幅度|的话|这块|方面|相比|[约近快将是为有到至从了也就还都才又再的嘛呢吧啊跟和与同在倒只个、()+:-]/gu;

/** True where the words around a figure name nothing: 今年到现在大概, 是, 应该有. Months and days may stand among them. */
export const namesNothing = (around: string): boolean => withoutFiller(around).length <= 1;

/** 人多了10%: one character, and it is a thing. */
export const isOneThing = (around: string): boolean =>
  around.length === 1 && withoutFiller(around).length === 1 && /\p{Script=Han}/u.test(around);

const withoutFiller = (around: string): string => around.replace(FILLER, '').replace(/\d/gu, '');
