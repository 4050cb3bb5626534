/** Another system on loopback, that checks signatures as standardwebhooks.com says and answers as it is told. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  id: string;
  attempt: number;
  type: string;
  data: Record<string, unknown>;
  signed: boolean;
}

export interface Receiver {
  url: string;
  received: Received[];
  /** The status of the next answers, the last one for all that follow; 'hang up' cuts the line. */
  answers: (number | 'hang up')[];
  close(): Promise<void>;
}

export async function startReceiver(secret: string): Promise<Receiver> {
  const received: Received[] = [];
  const receiver = { received, answers: [200] as (number | 'hang up')[] };
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
    const body = Buffer.concat(chunks).toString('utf8');
    const head = (name: string) => String(request.headers[name] ?? '');
    const wanted = `v1,${createHmac('sha256', secret)
      .update(`${head('webhook-id')}.${head('webhook-timestamp')}.${body}`)
      .digest('base64')}`;
    const given = head('webhook-signature');
    const { id, type, data } = JSON.parse(body) as {
      id: string;
      type: string;
      data: Record<string, unknown>;
    };
    received.push({
      id,
      type,
      data,
      attempt: Number(head('webhook-attempt')),
      signed:
        given.length === wanted.length &&
        timingSafeEqual(Buffer.from(given), Buffer.from(wanted)) &&
        id === head('webhook-id') &&
        Math.abs(Number(head('webhook-timestamp')) - Date.now() / 1_000) < 60,
    });
    const answer = receiver.answers.length > 1 ? receiver.answers.shift()! : receiver.answers[0]!;
    if (answer === 'hang up') request.socket.destroy();
    else {
      response.writeHead(answer, { location: 'http://127.0.0.1:9/' });
      response.end('x'.repeat(100_000));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(receiver, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}
