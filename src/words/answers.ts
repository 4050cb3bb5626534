/** Every Chinese word of an answer. */
import type { SmallTalk } from '../retrieval/index.ts';

/** 2022-06-30 → 2022年6月30日 */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

export const validityWords = {
  expired: (dates: string) => `已过期：${dates}。`,
  expiredOf: (number: string, dates: string) => `${number}已过期：${dates}。`,
  /** In a menu, whose entries show the dates. */
  expiredAll: (numbers: string[]) => `已过期：${numbers.join('、')}。`,
  expiredAmong: (numbers: string[]) => `其中${numbers.join('、')}已过期。`,
  stillOpen: (until: string, apply: string) => `有效期至${until}，仍可申报至${apply}。`,
  /** Behind a source or a title, where the dates were said before. */
  expiredMark: '（已过期）',
  /** In the line of a menu's entry. */
  ended: '已过期，',
  until: (day: string) => `有效期至${day}`,
  applyBy: (day: string) => `申报截至${day}`,
  noEnd: '未写明有效期',
  daysLeft: (left: number) => (left === 0 ? '今天就是最后一天。' : `还有${left}天。`),
  noDeadline: '文件没有写申报截止日期',
  issued: (day: string) => `${day}印发`,
  noIssueDay: '文件没有写印发日期',
  /** 已被《…》（文号）替代。 */
  replaced: (name: string, kind: string) => `已被${name}${kind}。`,
  amended: (name: string) => `已由${name}修订`,
  notYet: (day: string) => `这份文件${day}才印发。`,
  notYetOfYear: (year: string) => `这份文件是${year}年的，现在还没有印发。`,
  noEndIssued: (day: string) => `未写明有效期（${day}印发）`,
};

export const versionWords = {
  others: (named: string) => `同一政策另有：${named}。`,
  version: (number: string, state: string) => `${number}（${state}）`,
  expired: '已过期',
  replaced: '已被替代',
  notYet: '当时还没有印发',
  inForce: '也在有效期内',
};

export const measureWords = {
  titled: (title: string, figure: string | null) => (figure ? `${title}：${figure}` : `${title}。`),
  quote: (text: string) => `“${text}”`,
  departments: (names: string) => `责任单位：${names}`,
  noDepartment: '这份文件没有写各条的责任单位',
  explainedBy: (name: string) => `由${name}负责解释`,
  source: (number: string, item: string) => `来源：${number}${item}`,
  bookTitle: (title: string) => `《${title}》`,
  item: (number: string) => `第${number}条`,
  chapterItem: (chapter: string, number: string) => `“${chapter}”第${number}条`,
  andMore: (count: number) => `等${count}家`,
  andOthers: '等',
  written: (said: readonly string[]) => `条文写到了${said.map((word) => `“${word}”`).join('、')}：`,
  reading: (text: string) => `说明：${text}。`,
  noAmount: '文件没有写具体金额或比例',
  noMoney: '给不给钱，这一条没有写。',
  /** Shows that a line says already that nothing is stated. */
  saysNone: '没有写明',
  noFigure: {
    rate: '具体比例，文件没有写',
    sum: '具体金额，文件没有写',
    time: '具体时间长短，文件没有写',
    count: '具体数量，文件没有写',
  },
  /** What was asked for and is missing: 申请材料、联系电话. */
  notWritten: (what: string, who: string | null) =>
    who ? `${what}，文件没有写，可问${who}。` : `${what}，文件没有写。`,
  /** What of applying the document says elsewhere: 申请材料：申请表、营业执照复印件。 */
  guide: (part: string, said: string) => `${part}：${said}`,
  materials: '申请材料',
  telephone: '联系电话',
  office: '办理地点',
  procedure: '办理流程',
  times: '审核和发放的时间',
  whom: '申请条件',
};

export const menuWords = {
  which: '您问的是哪一条？',
  whichPlace: '几个地方的文件都写到了，您的企业在哪里？',
  entry: (place: number, title: string, more: string) => `${place}. ${title}${more ? `（${more}）` : ''}`,
};

export const compareWords = {
  side: (number: string, item: string, title: string, dates: string) =>
    `${number}${item}《${title}》（${dates}）`,
};

export const documentWords = {
  name: (title: string, number: string | null) => (number ? `《${title}》（${number}）` : `《${title}》`),
  issuedBy: (issuer: string | null, day: string | null) =>
    issuer ? `由${issuer}${day ? `于${day}` : ''}印发` : '文件没有写印发单位',
  count: (count: number) => `共${count}条措施`,
  chapters: (titles: string) => `分为：${titles}。`,
  titles: (titles: string) => `包括：${titles}。`,
  andSoOn: '等',
  notExplained: '文件没有写由谁解释',
  departmentsDiffer: (names: string) => `各条责任单位不同，最多的是${names}。问到具体哪一条，就能说清是谁。`,
  departmentDoes: (name: string, count: number) => `${name}是${count}条措施的责任单位：`,
  departmentItem: (title: string, source: string) => `· ${title}（${source}）`,
  andOthers: (count: number) => `……另有${count}条，说出想办的事就能查到。`,
  noItem: (number: string, items: string, count: number) =>
    `${number}没有第${items}条，它一共有${count}条措施。`,
};

export const noneWords = {
  place: (place: string, covered: string) =>
    `没有收录${place}的政策文件，答不了。现在能查的是${covered}的文件；${place}的规定请问当地的主管部门。`,
  ownPlan: (place: string, above: string) =>
    `没有收录${place}自己的文件。能查的是${above}的文件，${place}的企业也可以对照着看；${place}自己的规定请问当地的主管部门。`,
  andOtherPlaces: (few: string, count: number) => `${few}等${count}个地方`,
  elsewhere: (topic: string, ask: string) => `收录的文件没有写“${topic}”这件事，不能乱答。请问${ask}。`,
  nothing: '没有找到能回答这个问题的条款。',
  nearest: (title: string, source: string) => `沾边的只有“${title}”（${source}），但它没有回答您问的这一点。`,
  askWhom: (department: string) => `可以向${department}核实，或者换个说法再问。`,
  tryAgain: '可以换个说法，说说是什么企业、想办什么事。',
};

/** What is said to messages that ask nothing of a policy. */
export const smallTalkWords: Record<SmallTalk, string> = {
  greeting:
    '您好！我是惠企助手，可以查惠企政策给什么、够不够条件、给多少、什么时候截止、找哪个部门。直接说您的情况或问题就行。',
  thanks: '不客气。还有政策方面的问题，随时问我。',
  contact:
    '我只在这里用文字回答，文件里没有写咨询电话。问到具体哪一条，我可以告诉您责任单位是谁，您再向它核实。',
  goodbye: '好的，再见。有政策问题随时来问。',
  who: '我是惠企助手，是机器人，不是真人，也不代表哪个政府部门。我只照政策文件的原文回答，每个数字都能给您看出处；答不了的会直说。',
  authority:
    '我是机器人，不是政府部门，说的不能当批复用。我只照收录的文件原文回答，都带出处，您可以对照原文；最后能不能享受，以责任单位审核为准。',
  freshness: '我按收录的文件回答，文件写明的有效期会一起告诉您。新出的文件以主管部门发布的为准。',
  keeping:
    '我只记您自己说的企业情况和提醒，用来接着算，不拿去做别的。说“我的资料”看记了什么，说“忘记我”就全部删除。',
  fee: '我不收费，问政策、设提醒都免费，不用交手续费。',
  useless:
    '抱歉没帮上忙。文件里没有写的我不能替它编；您可以换个问法，比如说说是什么企业、想办什么事，也可以说“转人工”让工作人员来答。',
  media: '我看不了图片、语音和文件，请把里面的话用文字发给我。',
  opening: '请说，想问哪项政策，或者想办什么事？也可以报一下企业情况，我来看能享受什么。',
  help: '我可以帮您查惠企政策：给什么、什么条件、给多少、什么时候截止、归哪个部门管。比如问“过节不停工有补贴吗”“租金能不能减”。',
  ok: '好的。还想了解哪项政策，直接问我就行。',
  abuse: '抱歉没帮上忙。您把想问的政策说具体一点（比如什么企业、想要什么支持），我照文件原文再查一次。',
  orders:
    '这个我做不到：我只按政策文件的原文回答，文件没有写的金额和结论，不能替您说。您可以直接问某项政策怎么规定。',
  chat: '这个我答不了，我只懂惠企政策。想查补贴、奖励、贷款、减免这些，直接问我就行。',
  empty: '没有看到文字。请把想问的政策用一句话说出来。',
};
