/** 给厂里还是给工人: which of two the clause says. */
export const alternativeWords = {
  that: (one: string) => `按条文是“${one}”。`,
  both: (one: string, other: string) => `“${one}”“${other}”条文里都写了，分开看：`,
  neither: (one: string, other: string, whom: string | null) =>
    `是“${one}”还是“${other}”，文件没有写${whom ? `，可问${whom}` : '，请向责任单位核实'}。`,
} as const;
