import { expect, test } from 'vitest';
import { toInbound } from '../../../bots/wechat/inbound.ts';

const NOW = 1_700_000_000_000;
const XML = `<?xml version="1.0"?>
<msg><appmsg appid="" sdkver="0"><title>我说的是290人</title><type>57</type><refermsg><type>1</type>
<displayname>惠企助手</displayname><content>每天实际在岗多少人？&lt;要300人以上&gt;</content></refermsg></appmsg></msg>`;

test.each(['Text', 'Url', 'Attachment'])(
  'a quotation that a puppet calls %s is the answer with what it answers',
  (type) => {
    const seen = {
      id: 'm1',
      type,
      text: XML,
      at: NOW,
      talkerId: 'zhangsan',
      fromOfficialAccount: false,
      self: false,
      room: null,
    };
    expect(toInbound(seen, NOW)).toMatchObject({
      text: '我说的是290人',
      quoted: '每天实际在岗多少人？<要300人以上>',
    });
  },
);
