/** What an enterprise does with a thing, as clauses say it: the verbs that part who acts from what is done. */

/** Verbs that take a thing: 购置设备, 租用仓库. Alternatives for a pattern, longest first. */
export const DEEDS =
  '改扩建|新设立|新设|设立|新购置|新建设|新建|改建|扩建|自建|建设|建成|改造|更新|新上|新增|新开|开设|开办|购置|购买|采购|购入|租赁|租用|承租|引进|招引|举办|承办|开发|研发|生产|投资|实施|使用|利用|采用|开展|参加|承担|投保|发行|应诉|淘汰|更换|委托|招用|吸纳|输送|剥离|从事|创办|办理|取得|获得|申请|主导|参与|组织|培育|收购|销售|运营|通过|入驻|签订|注册|接收|取景拍摄|拍摄';

/** What may stand before the verb and narrows it: 自愿, 提前, 首次. */
const MANNERS =
  '自愿|自行|提前|全职|主动|首次|直接|共同|联合|独立|当年|年内|本年度|上一?年度|一次性|新|已|正在';
/** What leads a deed without being its verb: 利用…建设, 以…方式购置. */
const LEADS = '以(?!上)|因|赴|从|与|向|经(?![营济过])|为(?=.{2,})|在|对外|发往|出口到';

/** Behind it somebody does something. */
export const ACTS = `(?:${MANNERS})*(?:${DEEDS}|${LEADS})`;

/** Nouns of who acts, in their singular form. */
export const ACTOR = '企业|单位|机构|公司|合作社|旅行社|社会力量|剧组';

const PLAIN_SUBJECT = new RegExp(`^(?:企业|单位|用人单位)(?=${ACTS})`, 'u');

/** 企业利用自有屋顶建设光伏 is the deed alone: that an enterprise does it goes without saying. */
export const withoutPlainSubject = (words: string): string => words.replace(PLAIN_SUBJECT, '');

const ENDS_IN_DEED = new RegExp(`^(?<lead>.{0,10}?)(?<deed>(?:${DEEDS}))$`, 'u');
/** 当年开发, 物流企业新购置: a deed that has lost what it is done to. */
export const lacksThing = (words: string): boolean => ENDS_IN_DEED.test(words);
