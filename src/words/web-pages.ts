/** What the pages beside the chat say: the check-up, the library, the calendar, privacy. */
import { CONSENT_VERSION } from './own-data.ts';
import { sharingWords } from './sharing.ts';

/** Days that things are kept; 0: for good. */
export interface KeptDays {
  idleDays: number;
  ticketDays: number;
  questionDays: number;
  /** Colleagues may use one enterprise's profile together. */
  isShared?: boolean;
}

const keptFor = (days: number): string =>
  days === 0
    ? '企业情况和对话在您说“忘记我”之前一直留着。'
    : `连续${days}天没有来问、也没有待发的提醒和没办完的问题，企业情况和对话就自动删除；之前您随时可以说“忘记我”。`;

const ticketsKeptFor = (days: number): string => (days === 0 ? '' : `转人工的问题办结${days}天后删除。`);

const questionsKeptFor = (days: number): string =>
  days === 0
    ? '问过的话和回答留给工作人员改进回答。'
    : `问过的话和回答留${days}天给工作人员改进回答，到期删去文字，只留次数。`;

export const privacyWords = {
  title: '隐私说明',
  version: `版本 ${CONSENT_VERSION}`,
  back: '回到问答',
  own: (office: string) => `${office}的说明`,
  parts: ({ idleDays, ticketDays, questionDays, isShared }: KeptDays) => [
    [
      '记什么',
      '您在网页上说的话、您告诉我的企业情况（例如行业、人数、用电量）、您设的提醒、转人工的问题。不要求姓名、证件和登录。群里说的只在那个群里用。',
    ],
    [
      '用来做什么',
      '核对政策条件、计算金额、到期提醒。不用于广告，不发给任何单位；转人工时，您要问的那句和已记下的企业情况会交给工作人员。',
    ],
    [
      '记在哪里、记多久',
      `记在本单位的服务器上，浏览器里只有一个表示“是您”的标记和字号设置，没有其他网站的代码。收到的消息答完以后只留一个防重复的编号，一天后删掉。${keptFor(idleDays)}${ticketsKeptFor(ticketDays)}${questionsKeptFor(questionDays)}`,
    ],
    [
      '怎么看、怎么删',
      '对我说“我的资料”看记着什么，“我的数据”拿走完整文件，“忘记我”全部删除，不能恢复。单条情况可以在“企业情况”里改、删。日历的订阅链接可以在截止日历页换新，旧链接随即失效。',
    ],
    ...(isShared ? ([['和同事一起用', sharingWords.privacy]] as const) : []),
    [
      '删除以后',
      '用文件数据库（SQLite）时，删除的内容会被覆盖，不留在文件里。用 PostgreSQL 时，数据库整理（VACUUM）之前磁盘上还有旧内容，预写日志和副本按管理员的设置保留一段时间。此前做的备份里仍有当时的数据，由本单位按期限销毁。',
    ],
  ],
} as const;

export const checkWords = {
  start: '回答几个问题，看哪些政策用得上。不清楚的可以跳过。',
  questions: '请回答',
  next: '下一步',
  skip: '跳过这几题',
  progress: (asked: number, open: number) => `已答${asked}项，还有${open}项政策没定`,
  allAsked: '能问的都问过了。情况有变，在“企业情况”里改，或到问答页直接说，例如“在岗改成302人”。',
  notUnderstood: (text: string) => `没看懂“${text}”，请连单位一起写，例如 350人、5000万元、12%、3月1日。`,
  groups: {
    eligible: '符合',
    unknown: '可能符合',
    near: '差一点',
    ineligible: '不符合',
    past: '已过期或已截止',
  },
  none: '还没有。先回答上面的问题。',
  missing: (labels: string) => `还要知道：${labels}`,
  more: (count: number) => `再看${count}项`,
  sort: '排序',
  byFit: '按符合程度',
  byMoney: '按金额',
  filters: '筛选',
  filterPlace: '地区',
  filterMoney: '金额',
  stated: '写明了金额的',
  all: '全部',
  show: '查看',
  source: (number: string, item: string) => `${number} 第${item}条`,
  edit: '改这些情况',
} as const;

export const libraryWords = {
  source: '看收到的原文',
  file: (name: string) => `下载原文件（${name}）`,
  applying: '怎么办理',
  guideParts: {
    对象: '对象',
    材料: '材料',
    步骤: '步骤',
    地址: '地址',
    电话: '电话',
    时限: '时限',
  },
  relations: '和其他文件的关系',
  relation: { 废止: '废止', 替代: '替代', 修订: '修订', 配套细则: '配套', 依据: '依据', 转发: '转发' },
  succeeded: {
    废止: '已被废止：',
    替代: '已被替代：',
    修订: '已被修订：',
    配套细则: '配套细则：',
    依据: '以本文件为依据：',
    转发: '被转发：',
  },
  since: (day: string) => `（${day}起）`,
  facets: '筛选',
  place: '地区',
  kind: '文种',
  year: '年份',
  state: '状态',
  department: '责任单位',
  holds: '带有',
  held: { guide: '办理指引', relations: '前后文件', original: '原始文件' },
  all: '全部',
  filter: '筛选',
  clear: '清除筛选',
  states: {
    open: '能申报',
    'in-force': '现行',
    unstated: '未写明有效期',
    past: '已过期',
    'not-yet': '未施行',
  },
  count: (count: number, shown: number) =>
    count > shown ? `${count}份文件，先列${shown}份，筛选后看得更准` : `${count}份文件`,
  noneLeft: '没有符合筛选的文件。',
  measures: (count: number) => `${count}条`,
  issued: (day: string) => `${day}印发`,
  guide: '办事要点',
  guideRows: { who: '责任单位', until: '截止', amount: '给多少', conditions: '条件' },
  notWritten: '文件没有写',
  ask: '问问我们够不够',
  askText: (title: string) => `${title}，我们够不够条件`,
} as const;

export const deadlineWords = {
  subscribe: '订阅全部截止日期（.ics）',
  schedule: '日历软件按自己的时间表更新，提醒以对话里设的为准。',
  none: '已收录的文件里，没有还没到的截止日期。',
  mine: '与我有关',
  everything: '全部',
  mineHint: '按您的企业情况，列出可能用得上的。',
  month: '月历',
  list: '清单',
  unstated: '未写明有效期',
  expired: '已过期',
  monthName: (year: number, month: number) => `${year}年${month}月`,
  closing: (count: number) => `${count}项`,
  ownFeed: '惠企：我的提醒',
  previous: '上个月',
  next: '下个月',
  from: (day: string) => `（${day}起）`,
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
} as const;
