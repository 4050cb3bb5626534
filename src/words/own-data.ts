/** Words about what is kept of a contact: the line at the first contact, the file, the privacy page. */

/** Changes with what is kept, or for how long: then everybody is told once more. */
export const CONSENT_VERSION = '2026-12';

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
  exchanges: '问过的话和回答',
  consent: '告知过的隐私说明版本',
  fileName: 'huiqi-my-data.json',
  link: (address: string) =>
    `这里是您的全部数据（企业情况、提醒、转人工的问题、对话），24小时内可以下载，请勿转发：${address}`,
  noLink:
    '这里还没有设置对外网址，给不了下载链接。发“我的资料”“我的提醒”可以逐项看；要完整文件，请说“转人工”。',
} as const;
