import { describeChannel } from '../../support/channel-contract.ts';
import { groupMessage, privateMessage, ROBOT, startWecomStub } from '../../support/wecom-stub.ts';
import { robotOn } from './world.ts';

describeChannel('企业微信 robot', async () => {
  const stub = await startWecomStub();
  const channel = robotOn(stub);
  let last: Record<string, unknown> = {};
  const deliver = (message: Record<string, unknown>) => {
    last = message;
    stub.deliver(message);
  };
  const seenIn = (chat: string) => stub.shown.filter(({ to }) => to === chat).map(({ text }) => text);
  return {
    // Pacing has its own tests on simulated time.
    channel: { ...channel, capabilities: { ...channel.capabilities, pace: null } },
    say: (text) => deliver(privateMessage(text)),
    seen: () => seenIn('zhangsan'),
    choose: (index) => deliver(privateMessage(String(index + 1))),
    group: {
      // The platform passes on only what names the robot; what does not must not be answered either.
      say: (text, mention) => deliver(groupMessage(mention ? `@${ROBOT.name} ${text}` : text)),
      seen: () => seenIn('wrGROUP'),
    },
    repeat: () => stub.deliver(last),
    sendVoice: () => deliver(privateMessage('', { msgtype: 'voice', voice: { content: '' } })),
    close: () => stub.close(),
  };
});
