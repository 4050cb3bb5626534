/** What officers are told while they bring documents in, review and sign them. */
export const reviewWords = {
  empty: (name: string) => `“${name}”是空文件。请确认文件内容后再试。`,
  tooLarge: (name: string) => `“${name}”超过30 MB，没有收下。请去掉图片或拆成几份。`,
  tooLongText: (name: string, megabytes: number) =>
    `“${name}”有 ${megabytes} MB 文字，太长了，没有收下。请拆成几份文件后再试。`,
  tooLong: (name: string, length: number) => `“${name}”太长（${length} 字符）。请拆成几份文件后再试。`,
  unpacked: (count: number, others: readonly string[]) =>
    others.length === 0
      ? `里面的${count}份文件已分开收下`
      : `里面的${count}份文件已分开收下；没有收${others.slice(0, 3).join('、')}${others.length > 3 ? `等${others.length}个` : ''}：不是能读的文件`,
  notDrafted: (name: string) => `“${name}”没有能读成草稿，已停下。请拆小，或另存为 docx 后再试。`,
  noDocument: '没有这份文件，或者已经移走了。',
  notDraft: '这一版不是草稿，不能改。请先为它新建一份草稿。',
  unreadable: (reason: string) => `这份草稿读不出来：${reason}`,
  quoteMissing: (quote: string) =>
    `原文里没有“${quote.slice(0, 40)}”。请在左边的原文里选出这几个字，或照原文写。`,
  quoteNeeded: '请写明原文依据：在左边的原文里选出这几个字。',
  dayMissing: '从这几个字里读不出日期，请写上日期，如 2026-06-30。',
  wrongDay: (day: string) => `“${day}”不是日期，请写成 2026-06-30 这样。`,
  wouldBreak: (reason: string) => `没有改：${reason}`,
  wrongNumber: (number: string) => `“${number}”不能作条号，请写 3 或 2-1 这样的数字。`,
  numberTaken: (number: string) => `已经有第${number}条了，请换一个条号。`,
  noMeasure: (number: string) => `没有第${number}条。`,
  nothingBehind: '后面没有可以合并的一条了。',
  splitInside: '请选这一条中间的几个字作为第二条的开头。',
  notHere: '这里没有这一项，可能刚被别人改过。请刷新后再看。',
  changedBy: (name: string, time: string) =>
    `${name}在 ${time} 改过这份草稿，您看到的不是最新的，所以没有写入。`,
  signedOnce: (name: string) => `${name}已经签过这一版，还要另一位签发。`,
  notSigned: (reason: string) => `还不能签发：${reason}`,
  notInForce: '只有在用的文件才能撤下或替换。',
  neverInForce: '只能恢复到以前生效过的一版。',
  needComment: '请写一句说明，操作记录里会留下。',
  restored: (number: number) => `恢复第${number}版`,
} as const;
