/** What officers read on every page of the console: its frame, signing in, what was refused. */
import { SHORTEST_PASSWORD } from '../../src/service/index.ts';

export const officeWords = {
  title: '惠企工作台',
  skip: '跳到正文',
  menu: '菜单',
  signOut: '退出',
  account: '我的账号',
  page: '到对外网页',
  nav: {
    today: '今日',
    documents: '文件与审核',
    questions: '未答与疑问',
    tickets: '诉求与对话',
    push: '推送',
    figures: '统计',
    settings: '设置',
    officers: '工作人员',
    audit: '操作记录',
  },
  notAllowed: (role: string) => `您的角色是“${role}”，不能做这件事。需要的话，请找管理员调整角色。`,
  foreignPost: '这个请求不是从工作台页面发出的，没有处理。请回到工作台再试。',
  staleForm: '这个页面太旧了，没有处理。请回到原页面刷新后再试；您填的内容在下面，可以复制。',
  brokenForm: '内容没有收完整，没有处理。请再试一次。',
  tooLarge: '内容太大了，没有收下。文件请每个不超过30 MB。',
  failed: '出了问题，没有办成，已经记下。请稍后再试；您填的内容在下面，可以复制。',
  notFound: '没有这个页面。',
  back: '回到上一页',
  yourInput: '您填的内容',
  refused: '没有办成',
  cancel: '取消',
  save: '保存',
  comment: '说明',
  none: '没有。',
  more: '更早的',
} as const;

export const signInWords = {
  title: '登录',
  name: '姓名',
  password: '密码',
  enter: '登录',
  wrong: '姓名或密码不对。请再试一次；忘了密码，请管理员发一个新链接。',
  wait: (seconds: number) =>
    `连续输错，请过${seconds >= 120 ? `${Math.ceil(seconds / 60)}分钟` : `${seconds}秒`}再试。忘了密码，请管理员发一个新链接。`,
  over: '登录已过期，请重新登录。刚才的操作没有执行。',
  first: '还没有工作人员。请管理员在服务器上运行 huiqi officer add 姓名 --role 管理。',
  setTitle: '设置密码',
  set: '设好，去登录',
  hello: (name: string) => `${name}，请设一个密码。`,
  rule: `至少${SHORTEST_PASSWORD}个字符（汉字一个算两个），用一句只有您知道的话最好记。`,
  again: '再输一次',
  different: '两次输入的不一样，请再输一次。',
  done: '密码设好了，请登录。',
  signedOut: '已退出。',
  tooMany: '这个地址试得太多了，请过一分钟再试。',
} as const;

export const accountPageWords = {
  title: '我的账号',
  role: (role: string) => `角色：${role}`,
  may: {
    see: '看各页',
    serve: '答复诉求、处理未答问题、接管对话',
    review: '改草稿、签发、撤下文件',
    manage: '管理工作人员、设置、推送，看操作记录',
  },
  everywhere: '在所有设备上退出',
} as const;

export const officerPageWords = {
  title: '工作人员',
  add: '加一位',
  name: '姓名',
  role: '角色',
  state: '状态',
  noPassword: '还没有设密码',
  ready: '可以登录',
  change: '改角色',
  remove: '撤下',
  newLink: '发新链接',
  matrix: '各角色能做什么',
  link: (name: string) => `请把这个链接交给${name}本人，24小时内打开一次，设好密码。链接只显示这一次：`,
  yes: '能',
  no: '—',
} as const;

export const auditWords = {
  title: '操作记录',
  when: '时间',
  who: '谁',
  what: '做了什么',
  subject: '对象',
  before: '原来',
  after: '改成',
  actions: {
    'officer.add': '加工作人员',
    'officer.link': '发登录链接',
    'officer.role': '改角色',
    'officer.remove': '撤下工作人员',
    'officer.password': '设密码',
    'session.open': '登录',
    'session.refused': '密码输错',
    'session.close': '退出',
    'session.close-all': '在所有设备上退出',
  } as Readonly<Record<string, string>>,
} as const;
