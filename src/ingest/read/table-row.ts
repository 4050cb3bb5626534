/** A row of a table in the text of a document: '| 首次 | 10万元 |'. Its cells stay apart, so that no two numbers become one. */
export const tableRow = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '／').replaceAll(/\s+/gu, ' ').trim()).join(' | ')} |`;
