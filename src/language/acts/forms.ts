/** What a message does in a talk, each act by the classes of words it consists of. */
import type { ActWords } from './words.ts';

export type Act =
  | 'greeting'
  | 'thanks'
  | 'goodbye'
  | 'ok'
  | 'who'
  | 'authority'
  | 'freshness'
  | 'keeping'
  | 'fee'
  | 'contact'
  | 'help'
  | 'useless'
  | 'abuse'
  | 'orders'
  | 'chat'
  | 'mood'
  | 'media'
  | 'wait'
  | 'opening'
  | 'unfinished'
  | 'repeat'
  | 'shorter'
  | 'plainer'
  | 'no-share'
  | 'forget'
  | 'own-data'
  | 'reset'
  | 'back'
  | 'another'
  | 'more'
  | 'not-these'
  | 'stop'
  | 'continue'
  | 'list-again'
  | 'profile'
  | 'sheet'
  | 'checkup'
  | 'check'
  | 'person'
  | 'complaint'
  | 'tickets'
  | 'switch-enterprise'
  | 'reminder-list'
  | 'reminder-cancel'
  | 'reminder-pause'
  | 'reminder-resume'
  | 'reminder-set'
  | 'reminder-about'
  | 'cancel'
  | 'applied'
  | 'quiet-hours'
  | 'push-on'
  | 'push-off'
  | 'share'
  | 'share-leave'
  | 'share-end'
  | 'original'
  | 'open-now'
  | 'shelf-list';

export interface Form {
  act: Act;
  /** A word of each of these has to be there, each a word of its own. */
  of: readonly ActWords[];
  /** Words of these may stand beside, as filling may. */
  with?: readonly ActWords[];
  /** None of these may be there. */
  not?: readonly ActWords[];
  /** So many characters of other matter may be there; 'any': what else is said is the matter of the act. */
  rest?: number | 'any';
  /** One clause of several is enough; the others are the matter. */
  clause?: true;
  /** Filling alone does not go with it: 好的, not 那就是好的吗. */
  bare?: true;
}

/** Of forms that fit alike the first is meant. */
export const FORMS: readonly Form[] = [
  // 忘记我 · 把我存的信息都删了 · 别存我的资料
  { act: 'forget', of: ['slashForget'] },
  {
    act: 'forget',
    of: ['erase', 'ownData'],
    with: ['earlier', 'keeps', 'erase', 'ownData', 'drop', 'you', 'thanks'],
    rest: 2,
  },
  { act: 'forget', of: ['forget', 'myself'], with: ['erase'] },
  { act: 'own-data', of: ['slashData'] },
  { act: 'own-data', of: ['fetch', 'ownData'], with: ['you', 'seeText'] },
  // 刚才说的都不作数，从零开始
  { act: 'reset', of: ['restart'], with: ['earlier', 'drop', 'you'] },
  { act: 'back', of: ['back'], with: ['earlier'] },
  { act: 'not-these', of: ['denies'], clause: true },
  { act: 'another', of: ['another'], with: ['drop', 'benefit', 'listAsk', 'denies', 'seeText'] },
  // 还有吗 · 就这些吗
  { act: 'more', of: ['more', 'ask'], with: ['more', 'another'], rest: 0 },
  { act: 'continue', of: ['continue'], with: ['earlier', 'understood'] },
  { act: 'list-again', of: ['listShown', 'earlier'], with: ['showAgain', 'seeText'], rest: 2 },
  { act: 'list-again', of: ['listShown', 'showAgain'], with: ['seeText', 'back', 'continue'], rest: 1 },
  // 再说一遍 · 没看懂，说人话 · 太长了
  { act: 'repeat', of: ['repeat'], with: ['earlier'] },
  {
    act: 'shorter',
    of: ['shorter'],
    with: ['plainer', 'useless', 'seeText', 'understood', 'call', 'drop'],
    rest: 1,
  },
  { act: 'plainer', of: ['plainer'], with: ['earlier', 'you', 'shorter', 'original'], rest: 1 },
  // 那就是没我们的份了呗
  { act: 'no-share', of: ['noShare'], with: ['benefit', 'share', 'you', 'denies'], rest: 1 },
  { act: 'wait', of: ['waits'], rest: 2 },
  { act: 'goodbye', of: ['bye'], with: ['understood', 'thanks', 'drop'] },
  { act: 'thanks', of: ['thanks'], with: ['understood', 'you', 'praise', 'drop', 'thankedFor'], rest: 2 },
  { act: 'greeting', of: ['greet'], with: ['you', 'human'], clause: true },
  { act: 'stop', of: ['drop'], with: ['understood', 'bye'], clause: true },
  { act: 'ok', of: ['understood'], with: ['praise', 'thanks', 'earlier'] },
  { act: 'ok', of: ['praise'], with: ['you'] },
  { act: 'ok', of: ['agrees'], with: ['agrees', 'understood'], bare: true },
  { act: 'cancel', of: ['cancel'] },
  // 你是哪个单位的 · 讲话算不算数 · 收不收费
  {
    act: 'authority',
    of: ['you', 'authority'],
    with: ['identity', 'ofState', 'you', 'paper', 'ownData', 'earlier'],
    rest: 1,
  },
  { act: 'fee', of: ['you', 'fee'], with: ['you'], rest: 1 },
  { act: 'fee', of: ['fee', 'ask'], rest: 0 },
  {
    act: 'keeping',
    of: ['you', 'keeps'],
    with: ['ownData', 'you', 'authority', 'earlier', 'remembered'],
    rest: 2,
  },
  { act: 'keeping', of: ['ownData', 'keeps'], with: ['you', 'authority', 'keeps'], rest: 2 },
  { act: 'who', of: ['you', 'identity'], with: ['identity', 'you', 'authority'], rest: 1 },
  { act: 'who', of: ['ofState'], with: ['you', 'ask'], rest: 0 },
  { act: 'contact', of: ['contact', 'you'], with: ['contact', 'you'], rest: 0 },
  { act: 'contact', of: ['contact'], with: ['contact'], rest: 0 },
  { act: 'freshness', of: ['you', 'freshness'], with: ['paper', 'freshness'], rest: 1 },
  { act: 'freshness', of: ['paper', 'freshness'], with: ['you', 'freshness'], rest: 0 },
  { act: 'help', of: ['ability'], with: ['you', 'paper'], rest: 0 },
  { act: 'useless', of: ['useless'], with: ['you', 'freshness'], rest: 'any' },
  { act: 'orders', of: ['orders', 'commands'], rest: 'any' },
  { act: 'orders', of: ['orders', 'canGet'], with: ['you'], rest: 'any' },
  { act: 'abuse', of: ['abuse'], with: ['you', 'useless'], rest: 3 },
  { act: 'chat', of: ['chat'], with: ['you'], rest: 2 },
  { act: 'mood', of: ['mood'], with: ['mood', 'understood', 'you', 'chat'], rest: 1, clause: true },
  { act: 'opening', of: ['openTalk'], with: ['benefit', 'greet', 'you'] },
  // 我的工单怎么样了 · 什么时候有人回我
  { act: 'tickets', of: ['ticketOwn'], with: ['progress', 'earlier'] },
  { act: 'tickets', of: ['ticket', 'progress'], with: ['earlier', 'progress'], not: ['complain'], rest: 4 },
  { act: 'tickets', of: ['official', 'progress'], with: ['progress'], rest: 2 },
  { act: 'tickets', of: ['progress', 'progress'], rest: 2 },
  // 转人工 · 能不能让个人来跟我讲 · 打电话给我
  { act: 'person', of: ['human'], with: ['transfer', 'talkToMe', 'you', 'drop'] },
  { act: 'person', of: ['human', 'transfer'], with: ['you', 'talkToMe', 'drop'], rest: 'any' },
  { act: 'person', of: ['human', 'talkToMe'], with: ['you', 'transfer'], rest: 'any' },
  { act: 'person', of: ['clerk', 'talkToMe'], with: ['you', 'transfer'], rest: 1 },
  { act: 'person', of: ['transfer', 'official'], with: ['talkToMe', 'you'], rest: 0 },
  { act: 'person', of: ['callMe'], with: ['you'], rest: 'any' },
  { act: 'person', of: ['tellsTicket'], with: ['you', 'ticket'], rest: 'any' },
  { act: 'complaint', of: ['complain'], with: ['you', 'ticket', 'earlier'], not: ['whither'], rest: 2 },
  { act: 'complaint', of: ['wish', 'complain'], with: ['you'], not: ['whither'], rest: 'any' },
  { act: 'complaint', of: ['grievance'], with: ['you', 'earlier', 'official'], rest: 'any' },
  // 到日子前喊我一声 · 取消提醒
  // 有新政策告诉我 · 不要再推送政策了
  {
    act: 'push-on',
    of: ['newPolicy', 'tellMe'],
    with: ['tellMe', 'appears', 'ahead', 'call', 'push'],
    rest: 1,
  },
  {
    act: 'push-on',
    of: ['newPolicy', 'call'],
    with: ['tellMe', 'appears', 'ahead', 'push', 'dueTime'],
    rest: 1,
  },
  {
    act: 'push-on',
    of: ['newPolicy', 'push'],
    with: ['tellMe', 'appears', 'ahead', 'ask'],
    not: ['noMore'],
    rest: 1,
  },
  {
    act: 'push-on',
    of: ['appears', 'tellMe'],
    with: ['appears', 'tellMe', 'benefit', 'newPolicy', 'dueTime', 'ahead'],
    rest: 2,
  },
  {
    act: 'push-off',
    of: ['noMore', 'push'],
    with: ['noMore', 'push', 'newPolicy', 'tellMe', 'paper', 'call'],
    rest: 2,
  },
  {
    act: 'reminder-about',
    of: ['remind', 'howWorks'],
    with: ['howWorks', 'you', 'remind', 'dueTime', 'call', 'ability'],
    rest: 1,
  },
  { act: 'reminder-cancel', of: ['noMore', 'remind'], with: ['call', 'noMore', 'earlier'], rest: 'any' },
  { act: 'reminder-cancel', of: ['noMore', 'call'], with: ['noMore'], not: ['dueTime'], rest: 0 },
  { act: 'reminder-cancel', of: ['subscription'], with: ['noMore'] },
  { act: 'reminder-pause', of: ['pause', 'remind'], rest: 'any' },
  { act: 'reminder-resume', of: ['resume', 'remind'], rest: 'any' },
  {
    act: 'reminder-list',
    of: ['remind', 'listAsk'],
    with: ['listAsk', 'earlier', 'subscription'],
    not: ['dueTime'],
  },
  {
    act: 'reminder-list',
    of: ['remind', 'more'],
    with: ['listAsk', 'earlier', 'mine', 'ask'],
    not: ['dueTime'],
  },
  { act: 'reminder-list', of: ['remind', 'mine'], with: ['listAsk', 'listShown'] },
  { act: 'reminder-set', of: ['remind'], rest: 'any' },
  { act: 'reminder-set', of: ['call', 'dueTime'], rest: 'any' },
  { act: 'reminder-set', of: ['call', 'date'], with: ['dueTime'], rest: 4 },
  { act: 'applied', of: ['applied'], with: ['understood', 'noMore', 'remind'] },
  { act: 'quiet-hours', of: ['quiet'], rest: 'any' },
  { act: 'profile', of: ['profile'], with: ['seeText', 'listAsk'] },
  { act: 'profile', of: ['remembered'], with: ['you', 'ownData'] },
  { act: 'profile', of: ['earlier', 'saidWhat'], with: ['you', 'earlier'], rest: 3 },
  // 给我整理一份清单我转给老板 · 列个单子看能领哪些
  {
    act: 'sheet',
    of: ['makes', 'handout'],
    with: [
      'makes',
      'handout',
      'handsOn',
      'fetch',
      'seeText',
      'earlier',
      'benefit',
      'canGet',
      'which',
      'now',
      'sheet',
    ],
    not: ['papersToBring', 'remind', 'ticket'],
    rest: 1,
  },
  { act: 'sheet', of: ['sheet'], with: ['fetch', 'seeText', 'earlier'], rest: 0 },
  // 现在有什么还能申报的 · 哪份还有效
  {
    act: 'open-now',
    of: ['now', 'which', 'open'],
    with: ['year', 'money', 'you', 'which', 'now', 'eachOf'],
    not: ['selfIs'],
    rest: 0,
  },
  {
    act: 'open-now',
    of: ['eachOf', 'open'],
    with: ['year', 'money', 'you', 'now', 'documents'],
    not: ['selfIs'],
    rest: 0,
  },
  {
    act: 'open-now',
    of: ['now', 'open', 'eachOf'],
    with: ['year', 'money', 'you', 'now', 'documents'],
    not: ['selfIs'],
    rest: 0,
  },
  // 月底之前要报的有哪些 · 最急的是哪个: which of all, where 明天还能报吗 asks of one
  {
    act: 'open-now',
    of: ['dueTime', 'open', 'eachOf'],
    with: ['year', 'money', 'you', 'which', 'now', 'documents', 'dueTime', 'earlier', 'benefit'],
    not: ['selfIs', 'remind', 'call'],
    rest: 0,
  },
  {
    act: 'open-now',
    of: ['urgent', 'eachOf'],
    with: ['money', 'you', 'which', 'now', 'documents', 'open', 'benefit'],
    not: ['selfIs', 'remind', 'call'],
    rest: 0,
  },
  // 今年有什么新政策 · 省里的文件你这有几份
  {
    act: 'shelf-list',
    of: ['documents', 'counts'],
    with: ['level', 'year', 'you', 'newness', 'paper', 'which'],
    rest: 4,
  },
  {
    act: 'shelf-list',
    of: ['documents', 'which', 'level'],
    with: ['year', 'you', 'newness', 'counts'],
    rest: 0,
  },
  {
    act: 'shelf-list',
    of: ['documents', 'which', 'year'],
    with: ['level', 'you', 'newness', 'now'],
    rest: 4,
  },
  {
    act: 'shelf-list',
    of: ['documents', 'which', 'newness'],
    with: ['level', 'year', 'you', 'newness', 'now'],
    rest: 4,
  },
  { act: 'shelf-list', of: ['documents', 'which', 'you'], with: ['level', 'paper', 'now'], rest: 2 },
  { act: 'checkup', of: ['checkup'], with: ['benefit', 'you'], rest: 0, clause: true },
  { act: 'checkup', of: ['which', 'canGet'], with: ['benefit', 'which', 'canGet'], rest: 0, clause: true },
  { act: 'checkup', of: ['which', 'canGet'], with: ['benefit', 'which', 'canGet'], rest: 8 },
  { act: 'checkup', of: ['selfIs', 'which', 'canGet'], with: ['benefit', 'which', 'canGet'], rest: 10 },
  { act: 'checkup', of: ['which', 'benefit'], with: ['which', 'benefit'], rest: 0, clause: true },
  { act: 'check', of: ['check'], with: ['check'], rest: 0 },
  { act: 'original', of: ['original'], with: ['seeText', 'fetch', 'earlier'], rest: 0 },
  { act: 'switch-enterprise', of: ['switchFirm'], rest: 'any' },
  // 把资料共享给同事 · 退出共享 · 停止共享
  { act: 'share-leave', of: ['leaves', 'shares'], with: ['ownData', 'colleagues'], rest: 0 },
  { act: 'share-end', of: ['drop', 'shares'], with: ['ownData', 'colleagues'], rest: 0 },
  { act: 'share', of: ['shares', 'ownData'], with: ['colleagues', 'fetch'], rest: 1 },
  { act: 'share', of: ['shares', 'colleagues'], with: ['ownData'], rest: 1 },
  { act: 'unfinished', of: ['opens'], with: ['opens'], bare: true },
];
