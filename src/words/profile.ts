/** Words about the profile, the check-up and the result sheet. */

export const profileWords = {
  head: (enterprise: string | null) =>
    enterprise ? `“${enterprise}”的资料（您说的，未核验）：` : '我记下的资料（您说的，未核验）：',
  /** 每天实际在岗人数350人（2022年6月20日说的：“在岗350人”）. */
  told: (line: string, day: string, words: string | null) =>
    words ? `${line}（${day}说的：“${words}”）` : `${line}（${day}说的）`,
  besides: (facts: string) => `另有一笔：${facts}`,
  removed: (line: string) => `已删掉：${line}。`,
  noSuch: '没有找到要删的这一条。我记下的有：',
  howToChange: '要改就直说，如“在岗改成302人”；删一条说“删掉第1条”；“忘记我”全部删除。',
} as const;

export const checkupWords = {
  head: (day: string) => `政策体检（${day}，按您说的情况）：`,
  fits: '【符合】',
  might: '【可能符合】',
  misses: '【差一点】',
  undated: '【以前的文件，没写有效期，先问还办不办】',
  onlyIn: (place: string) => `，限${place}`,
  unchanged: '记下了，上面的结果不变。',
  nothing: '按现在的情况还看不出符合哪一项。',
  nothingOpen: '收录的文件里，写明了日期的都已过期，下面是没有写明有效期的。',
  ask: '再告诉我这几点，就能看得更准：',
  askOne: '再告诉我这一点，就能看得更准：',
  enough: '想细看哪一项，回序号或名字。',
  missing: (count: number) => `还差${count}个情况`,
  entry: (title: string, amount: string) => (amount ? `${title}：${amount}` : title),
  until: (day: string) => `到${day}`,
  noEnd: '未写明有效期',
  inDocument: (number: string) => `${number}里，按您说的情况：`,
  noneInDocument: (number: string, title: string, why: string) =>
    `${number}里，按您说的情况没有能享受的。最接近的“${title}”也不符合：${why}。`,
  nothingInDocument: (number: string) => `${number}里没有写直接给企业的补贴或奖励。`,
} as const;

export const sheetWords = {
  head: (day: string) => `【结果单】${day}`,
  verdicts: { eligible: '符合', ineligible: '不符合', unknown: '还不能确定' },
  result: (verdict: string, amount: string) => `结论：${verdict}${amount ? `，${amount}` : ''}`,
  facts: (facts: string) => `情况：${facts}（均为您所述，未核验）`,
  open: (labels: string) => `待定：${labels}`,
  why: (reason: string) => `原因：${reason}`,
  comeBack: '下次回“继续”接着改。',
} as const;
