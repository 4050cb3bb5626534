/** A WeChat account played by wechaty-puppet-mock: what is said to it, and what it says. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { log, WechatyBuilder } from 'wechaty';
import { mock, PuppetMock } from 'wechaty-puppet-mock';

log.level('silent');

export const BOT_NAME = '惠企助手';
/** The mock finds a room only by an id with an @ in it. */
export const ROOM = 'room@chatroom';
export const CONTACT = 'zhangsan';

/** wechaty's numbers of message types. */
export const TYPE = { unknown: 0, attachment: 1, audio: 2, image: 6, text: 7, recalled: 13 } as const;

export interface WechatAccount {
  puppet: PuppetMock;
  login(): void;
  /** In private. */
  say(text: string): void;
  /** In the room; `mention`: as WeChat does it, with the id of the account. */
  sayInRoom(text: string, mention?: boolean): void;
  /** A message of any kind, or of no kind at all. */
  deliver(payload: Record<string, unknown>): void;
  /** The last message that was said to the account comes again. */
  repeat(): void;
  seenBy(conversation: typeof CONTACT | typeof ROOM): string[];
  befriend(hello: string): { id: string };
  confirmFriend(): void;
  accepted: string[];
}

let serial = 0;

export function wechatAccount(): WechatAccount {
  const mocker = new mock.Mocker();
  const puppet = new PuppetMock({ mocker });
  const bot = mocker.createContact({ id: 'bot', name: BOT_NAME });
  mocker.createContact({ id: CONTACT, name: '张三' });
  const room = mocker.createRoom({ id: ROOM, topic: '企业群', memberIdList: ['bot', CONTACT] });
  const accepted: string[] = [];
  const friendships = new Map<string, Record<string, unknown>>();
  let last = '';

  function deliver(payload: Record<string, unknown>): void {
    const id = String(payload.id ?? `message-${serial++}`);
    const whole = {
      id,
      talkerId: CONTACT,
      listenerId: 'bot',
      timestamp: Date.now(),
      type: TYPE.text,
      ...payload,
    };
    mocker.cacheMessagePayload.set(id, whole as never);
    last = id;
    puppet.emit('message', { messageId: id });
  }

  function friendship(payload: Record<string, unknown>): { id: string } {
    const id = `friendship-${serial++}`;
    friendships.set(id, { id, contactId: CONTACT, timestamp: Date.now(), ...payload });
    puppet.emit('friendship', { friendshipId: id });
    return { id };
  }
  // The mock knows no friendships.
  puppet.friendshipRawPayload = async (id: string) => friendships.get(id) as never;
  puppet.friendshipAccept = async (id: string) => void accepted.push(id);

  return {
    puppet,
    accepted,
    login: () => mocker.login(bot),
    say: (text) => deliver({ text }),
    sayInRoom(text, mention = false) {
      const said = mention ? `@${BOT_NAME}\u2005${text}` : text;
      deliver({ text: said, listenerId: undefined, roomId: room.id, mentionIdList: mention ? ['bot'] : [] });
    },
    deliver,
    repeat: () => void puppet.emit('message', { messageId: last }),
    seenBy: (conversation) =>
      [...mocker.cacheMessagePayload.values()]
        .filter(({ talkerId }) => talkerId === 'bot')
        .filter((payload) => (payload.roomId ?? payload.listenerId) === conversation)
        .map(({ text }) => text ?? ''),
    befriend: (hello) => friendship({ type: 2, hello }),
    confirmFriend: () => void friendship({ type: 1 }),
  };
}

/** wechaty with the account's puppet in place of a named one, its memory in a folder that goes away. */
export function wechatyOn(account: WechatAccount) {
  const folder = mkdtempSync(join(tmpdir(), 'huiqi-wechat-'));
  return {
    factory: {
      build: () => WechatyBuilder.build({ name: join(folder, 'wechat'), puppet: account.puppet }),
      addressOf: (code: string) => `https://qr.example/${code}`,
    },
    forget: () => rmSync(folder, { recursive: true, force: true }),
  };
}
