/** Words about what stands on the shelf as a whole: which documents, which of them are alive, what a part of one holds. */

export const shelfAnswerWords = {
  open: (day: string, count: number) => `到${day}，收录的文件里还在期内的有${count}份：`,
  noneOpen: (day: string) => `到${day}，收录的文件里写明了日期的都已过期，没有确定还能申报的。`,
  unstated: (names: string) => `没有写明有效期的：${names}，还执不执行要问责任单位。`,
  expired: (names: string) => `已过期：${names}。`,
  notYet: (names: string) => `还没有印发：${names}。`,
  newest: '有没有更新的政策，以主管部门发布的为准。',
  askOne: '想细看哪一份，回序号或名字；报一下企业情况，我来看能享受哪些。',
  entry: (place: number, title: string, more: string) => `${place}. 《${title}》（${more}）`,
  daysLeft: (left: number) => `还有${left}天`,
  list: (what: string, count: number) => `收录的${what}文件有${count}份：`,
  noneOfThese: (what: string) => `没有收录${what}文件。`,
  years: (from: string, to: string) => `收录的文件是${from === to ? from : `${from}至${to}`}年的`,
  freshness: (years: string, count: number, open: number) =>
    `${years}，共${count}份，其中还在期内的${open === 0 ? '没有，写明日期的都已过期' : `有${open}份`}。`,
  partOf: (number: string, part: string, title: string, count: number) =>
    `${number}第${part}部分“${title}”有${count}条：`,
  partItem: (item: string, title: string, figure: string | null) =>
    `· ${item} ${title}${figure ? `（${figure}）` : ''}`,
  noPart: (number: string, part: string, count: number) =>
    count === 0 ? `${number}没有分部分。` : `${number}没有第${part}部分，它分为${count}部分。`,
  levels: { 省: '省里的', 市: '市里的', 区: '区里的', 县: '县里的', 国: '国家的' } as Record<string, string>,
  ofYear: (year: string) => `${year}年的`,
  bothUnstated: (numbers: string) => `${numbers}没有写能不能和别的补贴同时享受，要向责任单位核实。`,
  bothDifferent: '同一项目不叠加，就高不就低；不是同一项目的，文件没有说不能都领。',
} as const;
