import { describeChannel } from '../../support/channel-contract.ts';
import {
  callback,
  type Fields,
  shownIn,
  startWeChatApiStub,
  textMessage,
} from '../../support/official-account-stub.ts';
import { channelOn, handleOf, secureSettings, settingsFor } from './world.ts';

const MODES = [
  { name: 'plain', secure: false, settings: settingsFor },
  { name: 'secure', secure: true, settings: secureSettings },
];

for (const { name, secure, settings } of MODES)
  describeChannel(`公众号, ${name} mode`, async () => {
    const stub = await startWeChatApiStub();
    const channel = channelOn(stub, settings());
    const seen: string[] = [];
    const requests: Promise<void>[] = [];
    stub.onSend = (text) => void seen.push(text);
    let last: Fields = {};

    /** The platform does not wait for one answer before it posts the next message; each is posted in its turn. */
    async function post(message: Fields): Promise<void> {
      last = message;
      const handled = handleOf(channel)(callback(message, { secure }));
      requests.push(
        handled.then(async (response) => {
          const text = await shownIn(response);
          if (text !== null) seen.push(text);
        }),
      );
      await new Promise((turn) => setTimeout(turn, 5));
    }

    return {
      // Pacing has its own tests on simulated time.
      channel: { ...channel, capabilities: { ...channel.capabilities, pace: null } },
      say: (text) => post(textMessage(text)),
      seen: () => seen,
      choose: (index) => post(textMessage(String(index + 1))),
      repeat: () => post(last),
      sendVoice: () => post(textMessage('', { MsgType: 'voice', MediaId: 'media', Format: 'amr' })),
      async close() {
        await Promise.all(requests);
        await stub.close();
      },
    };
  });
