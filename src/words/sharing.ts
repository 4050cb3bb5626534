/** What contacts read when colleagues use one enterprise's profile together, and what stands of it in the audit. */

export const sharingWords = {
  begun: (code: string) =>
    `共享码：${code}（24小时内有效，请只发给本单位同事）。同事单独把共享码发给我，就和您一起用这家企业的情况：各人说的都算，后说的改前面的，互相看得到。任何一位可以说“退出共享”；您说“停止共享”，大家就各用各的。`,
  onlyOwner: '共享码由发起共享的同事来要；您想退出，说“退出共享”。',
  alone: '共享企业情况请单独发给我，群里说的只在群里用。',
  joined: (enterprise: string) =>
    `已加入“${enterprise}”，和同事一起用它的企业情况（发“我的资料”看）。您自己原来记的还在，说“换企业 名称”换回去；不想一起用了，说“退出共享”。`,
  noSuchCode: '这个共享码没有用：可能输错了，或者过了24小时，或者同事停止了共享。请同事再要一个。',
  ownCode: '这是您自己的共享码，请发给同事。',
  left: '已退出共享。您说过的仍记在您这里，同事那边不再用；同事说的您这里也不再用。',
  ended: '已停止共享，共享码作废。各人说过的各自留着，互不再用。',
  notSharing: '您现在没有和同事共享企业情况。要共享，说“共享企业资料”。',
  colleaguesStay: '（同事说的情况还在用；不想一起用了，说“退出共享”。）',
  enterprise: '同事共享的企业',
  someone: '企业联系人',
  own: '和同事共享',
  since: '起',
  isOwner: '由您发起',
  privacy:
    '您说“共享企业资料”得到一个24小时有效的共享码，同事凭它和您一起用这家企业的情况，互相看得到说过的话摘。谁都可以随时“退出共享”，发起人可以“停止共享”；“忘记我”以后，您说过的从同事那里也消失。谁在什么时候发起、加入、退出，记在操作记录里。',
} as const;
