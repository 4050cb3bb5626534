/** What the pages say that belong to one visitor: everything said so far, and the result to hand on. */

export const historyWords = {
  title: '全部对话',
  section: '对话',
  all: '看全部对话、查找',
  fresh: '开始新对话',
  /** What is said for the contact who begins anew. */
  freshText: '重来',
  search: '在对话里找',
  find: '查找',
  none: '还没有说过什么。',
  noneFound: (words: string) => `对话里没有“${words}”。`,
  count: (count: number) => `${count}条`,
  back: '回到问答',
} as const;

export const sheetPageWords = {
  title: '结果单',
  make: '做成结果单',
  makeHint: (days: number) =>
    `打开后可以打印、转发；链接${days}天内有效，知道链接的人都能看。再做一次，旧链接就失效。`,
  told: '企业情况',
  notTold: '还没有说过企业情况。',
  made: (day: string) => `按${day}的文件和企业说的情况算出，以文件和受理单位为准。`,
  shared: '这一页是别人给您看的：不能改，也不能看到对话。',
  gone: '这张结果单已过期或已换新。请向给您链接的人要新的。',
} as const;
