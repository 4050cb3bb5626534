/** What officers and contacts read of tickets that are worked on, and of talks that an officer takes over. */
export const deskWords = {
  emptyNote: '请写上内容。',
  notClosed: (id: string) => `${id} 还没有办结。`,
  accepted: '受理',
  assigned: (to: string) => (to.trim() ? `交给${to.trim()}` : '收回分派'),
  replied: (text: string) => `答复：${text}`,
  closed: (text: string) => (text ? `办结：${text}` : '办结'),
  reopened: (text: string) => (text ? `重新办理：${text}` : '重新办理'),
  visited: (satisfied: boolean, text: string) =>
    `回访：${satisfied ? '满意' : '不满意'}${text ? `，${text}` : ''}`,
  reopenedToContact: (id: string, text: string) =>
    `您反映的问题（${id}）重新办理了。${text ? `\n${text}` : ''}\n有答复会发到这里。`,
  takenBy: (name: string) => `${name}正在接待这位联系人，请先和${name}商量。`,
  notTaken: '这段对话没有被接管，请先接管再说话。',
  noTalk: '没有找到这段对话。',
  takenOver: (name: string) => `工作人员${name}来接待您了，现在由人工回复。`,
  said: (name: string, text: string) => `工作人员${name}：\n${text}`,
  handedBack: '已转回自动问答，您接着问就行。',
  unit: ({ name, telephone, address, hours }: Record<'name' | 'telephone' | 'address' | 'hours', string>) =>
    `${name}：${[telephone && `电话 ${telephone}`, address && `地址 ${address}`, hours && `时间 ${hours}`].filter(Boolean).join('，')}`,
  /** The office's own directory, never the document's words. */
  reach: (units: readonly string[]) => `${units.join('\n')}\n（联系方式由工作人员登记，不是文件原文。）`,
} as const;
