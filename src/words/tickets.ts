/** Words about tickets (诉求): handing a question to a person. */

export const ticketWords = {
  /** {ticket} is replaced by the number that the store gives. */
  opened: (question: string, department: string | null) =>
    [
      `已转给工作人员，编号{ticket}，状态：待处理。`,
      `问题：${question}`,
      department ? `责任单位：${department}（文件写明）。` : '文件没有写这个问题归谁管，由工作人员判断。',
      '有答复会发到这里；说“我的工单”看进度。',
    ].join('\n'),
  askQuestion: '好的，转给工作人员。请用一句话说说您的问题，我一并转过去。',
  none: '您没有提交过工单。要转给工作人员就说“转人工”。',
  list: (count: number) => `您有${count}个工单：`,
  states: { open: '待处理', answered: '已答复', closed: '已办结' },
} as const;
