/** Words about reminders. */

export const reminderWords = {
  whichOne: '您想让我提醒哪一项？请先说政策，比如“不停工补贴”，再说“提醒我”。',
  noDeadline: (name: string) => `${name}：文件没有写申报截止日期，所以没法设提醒。办理时间请问责任单位。`,
  passed: (name: string, day: string) => `${name}的申报期到${day}已经截止，现在设提醒来不及了，没有设。`,
  lastDay: (name: string, day: string) => `今天（${day}）就是${name}的最后一天，请今天就办，没有再设提醒。`,
  tooLate: (day: string) =>
    `离截止（${day}）太近，您选的时间都已经过了，没有设。要我马上在能赶上的时间提醒，就说个时间，比如“明早9点提醒”。`,
  set: (name: string, deadline: string, times: string) =>
    `已设好：${name}，申报截至${deadline}。我会在${times}提醒您。`,
  setForValidity: (name: string, day: string, times: string) =>
    `已设好：${name}，文件没有写申报截止日期，按有效期至${day}算。我会在${times}提醒您。`,
  afterDeadline: (day: string, deadline: string) =>
    `${day}在截止日（${deadline}）之后，那时已经报不了了，没有设。请说一个截止前的时间。`,
  replaces: (times: string) => `原来${times}的提醒换成这个。`,
  pausedMark: '（已暂停）',
  howToStop: '不要了就说“取消提醒”，报完了就说“已申报”。',
  windowOnly: '这个渠道我不能随时主动发消息：到了时间会等您下次说话时先告诉您，请自己也记一下日子。',
  neverPush: '这个渠道我不能主动发消息，到时请您来问一声。',
  none: '您还没有设提醒。问到一项政策后说“提醒我”就行。',
  entry: (name: string, deadline: string, times: string) => `${name}，截至${deadline}：${times}提醒`,
  list: (count: number) => `您有${count}个提醒：`,
  cancelled: (what: string) => `已取消${what}的提醒。`,
  cancelledAll: '已取消您的全部提醒。',
  nothingToCancel: '没有可取消的提醒。',
  paused: (what: string) => `已暂停${what}的提醒，说“恢复提醒”就接着发。`,
  resumed: (what: string) => `已恢复${what}的提醒。`,
  applied: (what: string) => `好，记为已申报：${what}不再提醒。祝顺利！`,
  appliedNothing: '好的，祝申报顺利！（这项没有设过提醒。）',
  quiet: (from: string, to: string) => `好，${from}到${to}不打扰您，提醒会顺延到这之后。`,
  whichHours: '几点到几点不打扰？比如“晚上10点到早上8点免打扰”。',
  howItWorks:
    '提醒免费，到了时间我在这个对话里发消息给您，不打电话也不发短信。默认截止前7天、3天、1天各提醒一次，也可以自己说时间，比如“月底提醒我”。',
  all: '全部',
} as const;
