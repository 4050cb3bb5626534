/** What a count of a unit is called: 人数, 件数. */
export const COUNT_WORDS: Record<string, string> = {
  person: '人数',
  人次: '人次',
  件: '件数',
  家: '家数',
  亩: '亩数',
  台: '台数',
  次: '次数',
  项: '项数',
  张: '张数',
  个: '个数',
};
