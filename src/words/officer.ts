/** What officers read about tickets, and what contacts read of an officer's answer. */

export const officerWords = {
  noTicket: (id: string) => `没有 ${id} 这张工单。用 huiqi tickets list --all 看全部编号。`,
  emptyReply: (id: string) => `请写回复内容：huiqi tickets reply ${id} 回复内容`,
  closedAlready: (id: string) => `${id} 已经办结，不能再回复。`,
  closedTwice: (id: string) => `${id} 已经办结过了。`,
  replyToContact: (id: string, text: string) =>
    `您反映的问题（${id}）有回复了：\n${text}\n还有不清楚的，直接接着问。`,
  closedToContact: (id: string, text: string) =>
    `您反映的问题（${id}）已办结。${text ? `\n${text}` : ''}\n如果还没解决，回我一声，我再转给工作人员。`,
};
