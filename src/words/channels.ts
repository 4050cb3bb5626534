/** What the gateway itself says, whatever the channel. */
import type { InboundMessage } from '../contract/index.ts';

export const channelWords = {
  anonymous:
    '您是以群的名义匿名发言的，我不知道是谁，不能替您记情况、设提醒或转人工。请用自己的身份再说一次，或者私聊我。',
  anonymousNote: '（以群的名义匿名发言，我不记企业情况；要接着算，请用自己的身份说或私聊我。）',
  tooSlow: '抱歉，这条消息处理得太久，没有完成。请稍后再发一次，或换个说法问。',
  failed: '抱歉，这条消息我没能处理好，已记录下来。请换个说法再试一次。',
  tooMany: '您发得有点快，我来不及逐条看。请稍等一分钟再发。',
  tooLong: (limit: number): string => `这条消息太长，我一次最多读 ${limit} 字。请只发要问的那几句。`,
  media: {
    voice: '语音我还听不懂，请用文字发给我，例如：“稳岗补贴怎么申请”。',
    picture: '图片我还看不懂，请把要问的内容打成文字发给我。',
    file: '文件我还不能在聊天里阅读，请把要问的内容用文字发给我。',
    location: '位置信息我用不上，请用文字告诉我企业在哪个市、区。',
    other: '这类消息我还读不了，我只读文字。请用文字发给我。',
  } satisfies Record<NonNullable<InboundMessage['media']>, string>,
  notStarted: '这个渠道没能启动，正在重试，其他渠道不受影响。详情见日志。',
  /** The lines under a text where there are no buttons: typing the number chooses. */
  numbered: (labels: string[]): string => labels.map((label, i) => `${i + 1}. ${label}`).join('\n'),
  link: (link: string): string => `原文链接：${link}`,
};
