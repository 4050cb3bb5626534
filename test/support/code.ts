/** The text of code without its comments, on the same lines. */
export const withoutComments = (code: string): string =>
  code
    .replace(/\/\*[\s\S]*?\*\//gu, (comment) => comment.replace(/[^\n]/gu, ' '))
    .replace(/(?<=^|\s)\/\/.*$/gmu, '');
