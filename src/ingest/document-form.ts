/** What form a document has, by its title: whether its sections or the items in them are what one asks about. */

/** Documents whose top-level sections are the measures: a call for applications, a guide, detailed rules. */
const BY_SECTION =
  /指南|细则|须知|申报[^，。]{0,60}(?:通知|公告)|(?:组织|开展|做好|征集|遴选|推荐|认定|评选|评价|兑现|申请|申领|报送|启动|受理)[^，。]{0,40}(?:通知|公告|通告)|指引|操作规程/u;
/** '关于做好稳就业若干措施的通知' is a text of measures all the same. */
const OF_MEASURES = /(?:措施|意见|方案|举措|\d条|计划)(?:[（(][^（()）]*[）)])?的?(?:通知|公告|通告)$/u;
/** A call, a guide or detailed rules, by its title. */
export function isCall(title: string): boolean {
  const plain = title.replace(/《[^》]*》/gu, '');
  return BY_SECTION.test(plain) && !OF_MEASURES.test(plain);
}
