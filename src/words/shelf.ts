/** What is said to whoever keeps the shelf. */
interface Line {
  slug: string;
  number: string | null;
  title: string | null;
  state: keyof typeof STATES;
  kept: 'folder' | 'store';
  measures: number;
  by: string | null;
  on: string | null;
  fault: string | null;
}

const STATES = {
  draft: '草稿',
  'in-review': '审核中',
  'in-force': '在用',
  replaced: '已被替代',
  withdrawn: '已撤下',
} as const;

export const shelfWords = {
  usage:
    '用法：huiqi shelf [list|show 名称|withdraw 名称 [--why 原因]|replace 旧名称 新名称|history 名称|export 目录|import 目录] [--by 姓名] [--json]',
  line: ({ slug, number, title, state, fault }: Line): string =>
    [
      `${STATES[state]}${fault ? '（没有用来回答）' : ''}`,
      slug,
      number === null || number === slug ? '' : number,
      title && `《${title}》`,
      fault,
    ]
      .filter((part) => part)
      .join('　'),
  details: (one: Line & { address: string | null; relations: { kind: string; name: string }[] }): string[] =>
    [
      shelfWords.line(one),
      `${one.measures} 条措施，存在${one.kept === 'store' ? '数据里' : '知识文件夹里'}`,
      one.by && one.on ? `${one.on} 由${one.by}批准` : null,
      one.address && `原文地址：${one.address}`,
      ...one.relations.map(({ kind, name }) => `${kind}：${name}`),
    ].filter((line): line is string => Boolean(line)),
  step: ({
    number,
    state,
    by,
    on,
    note,
  }: {
    number: number | null;
    state: keyof typeof STATES;
    by: string;
    on: string;
    note: string | null;
  }): string =>
    `${on}　${number === null ? '' : `第${number}版　`}${STATES[state]}　${by}${note ? `　${note}` : ''}`,
  version: (version: string) => `版本 ${version}`,
  withdrawn: (slug: string) => `已撤下 ${slug}，从现在起不再用它回答。`,
  replaced: (slug: string, number: string) => `${slug} 已由 ${number} 替代，问到它时会这样说明。`,
  exported: (folder: string, documents: number) => `已把 ${documents} 份文件连同审批记录写进 ${folder}。`,
  imported: (added: string[], skipped: string[]) =>
    `收进了 ${added.length} 份文件${added.length > 0 ? `：${added.join('、')}` : ''}。${
      skipped.length > 0 ? `已有的 ${skipped.join('、')} 没有动。` : ''
    }`,
  unknown: (slug: string) => `没有叫 ${slug} 的文件。用 huiqi shelf 看有哪些。`,
  notAFolder: (folder: string) => `${folder} 不是导出的文件夹：里面没有 policies/。`,
  noStore: '还没有数据：请先用 huiqi serve 启动一次，再导入带修订记录的文件。',
  unreadable: (file: string) => `${file} 读不出来，没有导入任何文件。请重新导出。`,
  exists: (folder: string) => `${folder} 里已经有东西，没有写进去。请换一个空目录。`,
};
