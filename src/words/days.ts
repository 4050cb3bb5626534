/** Words about a day that a contact names. */

export const daysWords = {
  tooLate: (day: string, last: string) => `来不及：申报截至${last}，到${day}就报不了了。`,
  inTime: (day: string, last: string) => `来得及：申报截至${last}，${day}还在期限内。`,
  afterEnd: (day: string, until: string) =>
    `按这份文件不行：${until}，${day}已经在后面了。到时候有没有新的，文件没有写。`,
  beforeEnd: (day: string, until: string) => `${day}还在有效期内：${until}。`,
  openHours: '那天有没有人上班，文件没有写，去之前请先问责任单位。',
  left: (left: number) => (left === 0 ? '今天就是最后一天。' : `还有${left}天。`),
  lastDay: (last: string) => `申报截至${last}。`,
} as const;
