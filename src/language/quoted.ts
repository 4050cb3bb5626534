/** What of a message is somebody else's: a quoted message above the answer, a forwarded text, a line that the platform wrote. */

export interface Parts {
  /** The contact's own words. */
  own: string;
  /** The message that is answered, or the text that was passed on; null where there is none. */
  quoted: string | null;
}

/** 「小王：…」 over a line of dashes, as a chat copies a quotation into text. */
const QUOTED_ABOVE = /^\s*[「“"『](?<quoted>[\s\S]{1,1500}?)[」”"』]\s*\n\s*[-—－–=_ ]{5,}\s*\n/u;
/** "> …" lines, as other chats do. */
const QUOTED_LINES = /^(?:[ \t]*>[^\n]*\n)+/u;
/** 【转】 · [转发] · 转发： · 群里看到的： · 刷到一条： — all that follows is passed on. */
const FORWARDED =
  /(?:^|\n)\s*(?:[【[(（](?:转|转发|转载|引用|通知|公告|收藏|分享|速看|扩散|解读)[】\])）]|(?:转发|转载|转自|引用)[:：]|[^\n，。,]{0,8}(?:群里?|朋友圈|公众号|网上|官网|新闻)[^\n，。,]{0,6}(?:看到|转|发|刷到|写)的?(?:这段|一段|一条|这条|消息|通知)*[:：])/u;
/** "小王" 撤回了一条消息 · 你已添加了…，现在可以开始聊天了 · [语音] · [红包] · 收到红包，请在手机上查看. */
const SYSTEM_LINE =
  /^\s*(?:[^\n]{0,24}(?:撤回了一条消息|拍了拍[^\n]{0,20}|加入了?群聊|移出了?群聊|邀请[^\n]{0,20}群聊|修改群名为[^\n]*|领取了[^\n]{0,12}红包)|你已添加了[^\n]*|以上是打招呼的内容|收到红包[^\n]{0,16}|\[?(?:语音|图片|视频|文件|位置|名片|红包|转账|表情|动画表情|链接|小程序|聊天记录|语音通话|视频通话)\]?(?:消息)?(?:\s*\d+["”″秒]?)?)\s*$/gmu;

/** “…的大型工业企业”这句啥意思: a sentence in quotation marks that is then pointed at. */
const POINTED_AT =
  /^\s*[「“"『](?<quoted>[^「“"『」”"』]{8,400})[」”"』](?=(?:这|那)[句条段话个]|[是]?(?:啥|什么|几个)意思|怎么理解|怎么讲|咋理解)/u;

/** The parts of a message as one channel or another writes them into its text. */
export function partsOf(text: string): Parts {
  const without = text.replace(SYSTEM_LINE, '');
  const above = QUOTED_ABOVE.exec(without);
  if (above) return { own: without.slice(above[0].length), quoted: above.groups!.quoted! };
  const pointedAt = POINTED_AT.exec(without);
  if (pointedAt) return { own: without.slice(pointedAt[0].length), quoted: pointedAt.groups!.quoted! };
  const lines = QUOTED_LINES.exec(without);
  if (lines)
    return { own: without.slice(lines[0].length), quoted: lines[0].replace(/^[ \t]*>[ \t]?/gmu, '').trim() };
  const passedOn = FORWARDED.exec(without);
  if (passedOn) {
    const end = passedOn.index + passedOn[0].length;
    // What is asked about it stands before it, or after a blank line.
    const [quoted = '', ...after] = without.slice(end).split(/\n\s*\n/u);
    const own = [without.slice(0, passedOn.index), ...after].join('\n').trim();
    return { own, quoted: quoted.trim() };
  }
  return { own: without, quoted: null };
}
