/** The platform behind a 智能机器人: a WebSocket server on loopback that signs robots in, hands out messages and acknowledges answers. */
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

export const ROBOT = { id: 'aib_robot-1', secret: 'SECRET-of-the-robot_1', name: '惠企助手' };

interface Frame {
  cmd?: string;
  headers: { req_id: string };
  body?: Record<string, unknown>;
}

export interface WecomStub {
  url: string;
  /** Every text that was taken, in order: how it came, and where to. */
  shown: { by: 'reply' | 'welcome' | 'push'; to: string; text: string }[];
  /** What comes in place of the next acknowledgements: an errcode, or nothing at all. */
  nextAcks: (number | 'silence')[];
  nextSignIns: number[];
  connections: number;
  deliver(body: Record<string, unknown>, command?: 'aibot_msg_callback' | 'aibot_event_callback'): void;
  /** Whatever the wire may carry. */
  deliverRaw(raw: string): void;
  /** Cuts every wire. */
  cut(): void;
  /** The platform goes away; `comeBack` opens it again at the same address. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  signedIn(): boolean;
}

export async function startWecomStub(): Promise<WecomStub & { close(): Promise<void> }> {
  let server: WebSocketServer;
  let port = 0;
  let robot: WebSocket | null = null;
  let serial = 0;
  /** req_id → chat, for answers to callbacks. */
  const chats = new Map<string, string>();

  const stub: WecomStub & { close(): Promise<void> } = {
    url: '',
    shown: [],
    nextAcks: [],
    nextSignIns: [],
    connections: 0,
    deliver(body, command = 'aibot_msg_callback') {
      const reqId = `callback-${serial++}`;
      const { userid } = (body.from ?? {}) as { userid?: string };
      chats.set(reqId, String(body.chatid ?? userid));
      stub.deliverRaw(JSON.stringify({ cmd: command, headers: { req_id: reqId }, body }));
    },
    deliverRaw: (raw) => robot?.send(raw),
    cut: () => {
      for (const client of server.clients) client.terminate();
    },
    async goAway() {
      stub.cut();
      await new Promise((closed) => server.close(closed));
    },
    comeBack: listen,
    signedIn: () => robot !== null,
    async close() {
      stub.cut();
      await new Promise((closed) => server.close(closed));
    },
  };

  async function listen(): Promise<void> {
    server = new WebSocketServer({ host: '127.0.0.1', port });
    await new Promise((listening) => server.once('listening', listening));
    port = (server.address() as AddressInfo).port;
    stub.url = `ws://127.0.0.1:${port}`;
    server.on('connection', (socket) => {
      stub.connections++;
      socket.on('message', (data) => take(socket, JSON.parse(String(data)) as Frame));
      socket.on('close', () => {
        if (robot === socket) robot = null;
      });
    });
  }

  function take(socket: WebSocket, { cmd, headers, body = {} }: Frame): void {
    const acknowledge = (errcode = 0) =>
      socket.send(JSON.stringify({ headers, errcode, errmsg: errcode ? 'refused' : 'ok' }));
    if (cmd === 'aibot_subscribe') {
      const known = body.bot_id === ROBOT.id && body.secret === ROBOT.secret;
      const errcode = stub.nextSignIns.shift() ?? (known ? 0 : 853000);
      if (errcode === 0) robot = socket;
      acknowledge(errcode);
    } else if (cmd === 'ping') {
      acknowledge();
    } else {
      const scripted = stub.nextAcks.shift();
      if (scripted === 'silence') return;
      if (!scripted) show(cmd, headers.req_id, body);
      acknowledge(scripted);
    }
  }

  function show(cmd: string | undefined, reqId: string, body: Record<string, unknown>): void {
    const content = (field: string) => String((body[field] as { content?: string } | undefined)?.content);
    if (cmd === 'aibot_respond_msg')
      stub.shown.push({ by: 'reply', to: chats.get(reqId) ?? '?', text: content('stream') });
    if (cmd === 'aibot_respond_welcome_msg')
      stub.shown.push({ by: 'welcome', to: chats.get(reqId) ?? '?', text: content('text') });
    if (cmd === 'aibot_send_msg')
      stub.shown.push({ by: 'push', to: String(body.chatid), text: content('markdown') });
  }

  await listen();
  return stub;
}

let nextId = 1;

export const privateMessage = (text: string, more: Record<string, unknown> = {}) => ({
  msgid: `msg-${nextId++}`,
  aibotid: ROBOT.id,
  chattype: 'single',
  from: { userid: 'zhangsan' },
  msgtype: 'text',
  text: { content: text },
  ...more,
});

export const groupMessage = (text: string, more: Record<string, unknown> = {}) =>
  privateMessage(text, { chattype: 'group', chatid: 'wrGROUP', ...more });
