/** A mail server on loopback (RFC 5321, as much as a client needs): keeps what it was given, refuses whom it is told to. */

import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

export interface Mail {
  from: string;
  to: string;
  /** Headers and text, as sent. */
  data: string;
}

export interface SmtpStub {
  /** With a user and a password that it accepts, over a line without encryption. */
  url: string;
  mails: Mail[];
  /** Next answers to RCPT by address, such as '550 no such user'. */
  refusals: Map<string, string[]>;
  close(): Promise<void>;
}

const PLAIN = Buffer.from('\0bot\0secret').toString('base64');

export async function startSmtpStub(): Promise<SmtpStub> {
  const mails: Mail[] = [];
  const refusals = new Map<string, string[]>();
  const server = createServer((socket) => void serve(socket).catch(() => {}));

  async function serve(socket: Socket): Promise<void> {
    const say = (line: string) => socket.write(`${line}\r\n`);
    let [from, to] = ['', ''];
    let data: string[] | null = null;
    socket.on('error', () => {});
    say('220 stub');
    for await (const line of createInterface({ input: socket })) {
      if (data !== null) {
        if (line !== '.') data.push(line.replace(/^\.\./u, '.'));
        else {
          mails.push({ from, to, data: data.join('\n') });
          data = null;
          say('250 kept');
        }
        continue;
      }
      const [verb = '', rest = ''] = [line.slice(0, 4).toUpperCase(), line.slice(5)];
      const address = /<([^>]*)>/u.exec(rest)?.[1] ?? '';
      if (verb === 'EHLO') socket.write('250-stub\r\n250-8BITMIME\r\n250 AUTH PLAIN\r\n');
      else if (verb === 'AUTH') say(rest === `PLAIN ${PLAIN}` ? '235 in' : '535 wrong');
      else if (verb === 'MAIL') {
        from = address;
        say('250 ok');
      } else if (verb === 'RCPT') {
        to = address;
        say(refusals.get(address)?.shift() ?? '250 ok');
      } else if (verb === 'DATA') {
        data = [];
        say('354 go on');
      } else if (verb === 'QUIT') {
        say('221 bye');
        socket.end();
      } else say(verb === 'RSET' || verb === 'NOOP' ? '250 ok' : '502 not here');
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://bot:secret@127.0.0.1:${port}?ignoreTLS=true`,
    mails,
    refusals,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
