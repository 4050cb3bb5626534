/** What officers and administrators are told of accounts. */
export const accountWords = {
  there: (name: string) => `已有“${name}”。忘了密码，用 huiqi officer link ${name} 发一个新链接。`,
  unknown: (name: string) => `没有“${name}”这位工作人员。huiqi officer list 可以看全部。`,
  wrongName: '姓名请用汉字、字母、数字、空格，最多30个字。',
  wrongRole: (role: string) => `没有“${role}”这个角色。可以写：查看、客服、审核、管理。`,
  lastManager: (name: string) => `${name}是最后一位管理，不能撤下。请先再加一位管理。`,
  linkGone: '这个链接用过了，或者过了24小时。请管理员发一个新的。',
  wrongWay: (way: string) => `没有“${way}”这种登录方式。可以写：oidc、wecom。`,
  wrongAccount: '账号最多255个字符。',
  accountTaken: (account: string, name: string) => `账号“${account}”已经是${name}的。`,
  nobody: '（未知）',
  faults: {
    short: '密码至少要10个字符（汉字一个算两个），一句话最好记。',
    long: '密码最多200个字符。',
    plain: '这个密码太容易猜到，请换一个。',
  },
} as const;
