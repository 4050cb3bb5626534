/** A detail that a rule leaves out, or says: one line before the words that come nearest. */
const ask = (whom: string | null): string => (whom ? `，可问${whom}。` : '，请向责任单位核实。');

export const detailWords = {
  /** 文件没有写“实习生”算不算“人数”，可问市工信局。 */
  notCounted: (what: string, as: string | null, whom: string | null) =>
    `文件没有写“${what}”算不算${as ? `“${as}”` : ''}${ask(whom)}`,
  written: (what: string) => `条文写到了“${what}”：`,
  notDefined: (what: string, whom: string | null) => `文件没有写“${what}”怎么认定${ask(whom)}`,
  notSaidWhere: (what: string, whom: string | null) => `文件没有写“${what}”在哪里查${ask(whom)}`,
  notSaidWhen: (what: string, whom: string | null) => `“${what}”的时间，文件没有写${ask(whom)}`,
  notPaidBy: (whom: string | null) => `钱由谁出，这一条没有写${ask(whom)}`,
  noCount: '具体数量，文件没有写',
  /** 不得 · 鼓励: the word that says how binding it is. */
  force: (modal: string, leavesOpen: boolean) => `${leavesOpen ? '不一定，' : ''}条文用的词是“${modal}”：`,
  noForce: (whom: string | null) => `是不是强制，文件没有另外写${ask(whom)}`,
  notAllowed: (what: string, whom: string | null) => `文件没有写“${what}”${ask(whom)}`,
  notNeeded: (what: string, whom: string | null) => `文件没有写要不要“${what}”${ask(whom)}`,
  notStated: (what: string, whom: string | null) => `${what}${ask(whom)}`,
  /** 园区不给免: whom to turn to. */
  turnTo: (units: string | null, explainer: string | null) =>
    units
      ? `这一条的责任单位是${units}，可以拿条文去找他们。`
      : explainer
        ? `这份文件没有写责任单位，由${explainer}负责解释，可以拿条文去问。`
        : '这份文件没有写责任单位，可以拿条文去问当地主管部门。',
  ownChoice: (words: string) => `文件写的是“${words}”，给不给由当地或主管部门定。`,
  passOn: '还是办不了，回“转人工”，我把情况转给工作人员。',
  /** 新建项目设备投资阶梯奖励：…，最高100万元。 */
  side: (benefit: string, amount: string) => `${benefit}：${amount}。`,
  reading: (text: string) => `我们的读法：${text}。`,
} as const;
