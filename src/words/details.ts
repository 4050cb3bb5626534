/** A detail that a rule leaves out, or says: one line before the words that come nearest. */
const ask = (whom: string | null): string => (whom ? `，可问${whom}。` : '，请向责任单位核实。');

export const detailWords = {
  /** 文件没有写“实习生”算不算“人数”，可问市工信局。 */
  notCounted: (what: string, as: string | null, whom: string | null) =>
    `文件没有写“${what}”算不算${as ? `“${as}”` : ''}${ask(whom)}`,
  written: (what: string) => `条文写到了“${what}”：`,
  notDefined: (what: string, whom: string | null) => `文件没有写“${what}”怎么认定${ask(whom)}`,
  notSaidWhere: (what: string, whom: string | null) => `文件没有写“${what}”在哪里查${ask(whom)}`,
  notPaidWhen: (whom: string | null) => `审核和发放的时间，文件没有写${ask(whom)}`,
  notNeeded: (what: string, whom: string | null) => `文件没有写要不要“${what}”${ask(whom)}`,
  notStated: (what: string, whom: string | null) => `${what}${ask(whom)}`,
  /** 新建项目设备投资阶梯奖励：…，最高100万元。 */
  side: (benefit: string, amount: string) => `${benefit}：${amount}。`,
  reading: (text: string) => `我们的读法：${text}。`,
} as const;
