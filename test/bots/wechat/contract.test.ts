import { describeChannel } from '../../support/channel-contract.ts';
import { CONTACT, ROOM, TYPE, wechatAccount } from '../../support/wechaty-mock.ts';
import { channelOn } from './world.ts';

describeChannel('personal WeChat through wechaty', async () => {
  const account = wechatAccount();
  const { channel, forget } = channelOn(account);
  account.puppet.on('start', () => account.login());
  return {
    // Pacing has its own tests on simulated time.
    channel: { ...channel, capabilities: { ...channel.capabilities, pace: null } },
    say: (text) => account.say(text),
    seen: () => account.seenBy(CONTACT),
    choose: (index) => account.say(String(index + 1)),
    group: { say: (text, mention) => account.sayInRoom(text, mention), seen: () => account.seenBy(ROOM) },
    repeat: () => account.repeat(),
    sendVoice: () => account.deliver({ type: TYPE.audio }),
    close: async () => forget(),
  };
});
