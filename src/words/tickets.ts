/** Words about tickets (诉求): handing a question to a person. */

export const ticketWords = {
  /** {ticket} is replaced by the number that the store gives. */
  opened: (question: string, department: string | null, telephone: string | null) =>
    [
      `已转给工作人员，编号{ticket}，状态：待处理。`,
      `问题：${question}`,
      ...(telephone ? [`联系电话：${telephone}，一并转过去了。`] : []),
      department ? `责任单位：${department}（文件写明）。` : '文件没有写这个问题归谁管，由工作人员判断。',
      '有答复会发到这里；说“我的工单”看进度。',
    ].join('\n'),
  askQuestion: '好的，转给工作人员。请用一句话说说您的问题，我一并转过去。',
  noQuestion: '要求工作人员答复（还没有说是什么事，请接着说，我一并转过去）',
  added: (text: string, ticket: string) => `好，“${text}”已经加到${ticket}里，有答复会发到这里。`,
  telephone: (number: string) => `联系电话：${number}`,
  telephoneAdded: (number: string, ticket: string) =>
    `好，联系电话${number}已经加到${ticket}里，工作人员会看到。`,
  already: (ticket: string) => `这件事已经转给工作人员了，编号${ticket}，不用再转一次；有答复会发到这里。`,
  sorry: (unit: string | null) =>
    `不好意思，让您久等了。我只是按文件回答的机器人，办理进度看不到${unit ? `，可以直接问责任单位${unit}` : '，可以直接问您交材料的单位'}。要我转给工作人员跟进吗？回“是”就转，也可以把情况用一句话说给我。`,
  none: '您没有提交过工单。要转给工作人员就说“转人工”。',
  list: (count: number) => `您有${count}个工单：`,
  states: { open: '待处理', answered: '已答复', closed: '已办结' },
} as const;
