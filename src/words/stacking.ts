/** Words about getting two grants for the same thing. */

export const stackingWords = {
  rule: (quote: string, source: string) => `${source}：“${quote}”`,
  document: (number: string) => `来源：${number}`,
  notStated: (number: string) => `${number}没有写能不能和其他补贴同时享受，请向责任单位核实。`,
  perhaps: '同一项目不叠加，就高不就低：两边都给的，按高的一笔算；不是同一项目，就不受这条限制。',
  more: (received: string, amount: string) =>
    `同一项目不叠加，就高不就低：已得的${received}和这一项合起来按高的算，${amount.replace(/^可得/u, '最后是')}，不是两笔相加。不是同一项目请告诉我。`,
  less: (received: string) =>
    `同一项目不叠加，就高不就低：已得的${received}不比这一项少，按同一项目算就不能再领。不是同一项目请告诉我。`,
} as const;
