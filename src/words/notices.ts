/** What officers are told in their own group or by mail. */
export const noticeWords = {
  subject: (line: string) => `惠企：${[...line].slice(0, 60).join('')}`,
  hidden: '（号码见工作台）',
  opened: (ticket: string, question: string, department: string | null) =>
    `新诉求 ${ticket}：${question}${department ? `\n文件写明的单位：${department}` : ''}`,
  overdue: (ticket: string, late: 'accept' | 'close', question: string, assignee: string | null) =>
    `诉求 ${ticket} ${late === 'accept' ? '还没有受理，已超过时限' : '还没有办结，已超过时限'}${assignee ? `（${assignee}在办）` : ''}：${question}`,
  unanswered: (question: string) => `有问题没答上，最近一个：${question}`,
} as const;
