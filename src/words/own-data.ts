/** Words about what is kept of a contact: the line at the first contact, the file, the privacy page. */

/** Changes with what is kept, or for how long: then everybody is told once more. */
export const CONSENT_VERSION = '2026-11';

export const ownDataWords = {
  madeAt: '导出时间',
  contact: '您在这里的身份',
  channel: '渠道',
  number: '编号',
  enterprises: '您告诉过的企业情况',
  enterprise: '企业',
  unnamed: '（未起名）',
  told: '说过的情况',
  subscriptions: '订阅的提醒',
  reminders: '每一次提醒',
  quietHours: '免打扰时间',
  tickets: '转人工的问题',
  shown: '网页上的对话',
  consent: '告知过的隐私说明版本',
  fileName: 'huiqi-my-data.json',
  link: (address: string) =>
    `这里是您的全部数据（企业情况、提醒、转人工的问题、对话），24小时内可以下载，请勿转发：${address}`,
  noLink:
    '这里还没有设置对外网址，给不了下载链接。发“我的资料”“我的提醒”可以逐项看；要完整文件，请说“转人工”。',
} as const;

export const privacyWords = {
  title: '隐私说明',
  version: `版本 ${CONSENT_VERSION}`,
  sections: [
    [
      '记什么',
      '您告诉惠企的企业情况、设的提醒、转人工的问题、网页上的对话。别的渠道（微信、Telegram 等）的聊天记录由那些平台自己保存，惠企只记答到哪一步。群里说的只在那个群里用。',
    ],
    ['做什么用', '只用来接着算您能享受什么、按时提醒您、把问题转给工作人员。不做广告，不给第三方。'],
    [
      '记多久',
      '太久没有来往的会自动删除，期限由本机构设定（默认180天）。收到的消息答完以后只留一个防重复的编号，一天后删掉。',
    ],
    [
      '怎么看、怎么删',
      '对惠企说“我的资料”看记着什么，“我的数据”拿完整文件，“忘记我”全部删除。订阅日历的链接可以在日历页换新，旧链接随即失效。',
    ],
    [
      '删除以后',
      '用文件数据库（SQLite）时，删除的内容会被覆盖，不留在文件里。用 PostgreSQL 时，数据库会在整理（VACUUM）之前在磁盘上保留旧内容，预写日志和副本按管理员的设置保留一段时间。此前做的备份里仍有当时的数据，由本机构按期限销毁。',
    ],
  ],
} as const;
