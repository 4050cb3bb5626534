/** What officers read of the settings that they may change. */
export const settingChangeWords = {
  wrong: (name: string, fault: string) => `${name}不对：${fault}。其他的也没有改，请改好后再存一次。`,
  unusable: '这样写用不了',
  test: (name: string) => `这是${name}从惠企工作台发的测试，收到说明通了。`,
  names: {
    OFFICE_NAME: '单位名称',
    OFFICE_COLOR: '主色',
    OFFICE_PHONE: '咨询电话',
    OFFICE_FOOTER: '页脚',
    OFFICE_DISCLAIMER: '免责说明',
    OFFICE_WELCOME: '欢迎语',
    OFFICE_PRIVACY: '本单位的隐私说明',
    FRAME_ANCESTORS: '允许嵌入的网站',
    PUSH_FROM: '推送从几点起',
    PUSH_UNTIL: '推送到几点止',
    KEEP_IDLE_DAYS: '多少天没来就忘掉',
    KEEP_QUESTIONS_DAYS: '问过的话留多少天',
    KEEP_TICKETS_DAYS: '办结的诉求留多少天',
    TICKET_ACCEPT_DAYS: '几天内受理',
    TICKET_CLOSE_DAYS: '几天内办结',
  },
} as const;

export const emblemWords = {
  name: '徽标',
  noPng: '徽标要是 PNG 图片。请另存为 PNG 再选。',
  tooManyBytes: (kilobytes: number) => `徽标图片太大，最多 ${kilobytes} KB。请缩小再选。`,
  tooManyPixels: (most: number) => `徽标图片太大，边长最多 ${most} 像素。请缩小再选。`,
} as const;
