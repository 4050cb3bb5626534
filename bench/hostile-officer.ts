/** The officer of bench/hostile.ts, in a thread of her own: what making and sending a large file costs is not to be taken for waiting. */
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { hostileFile } from '../test/support/hostile-files.ts';

const { address, cookie, token } = workerData as { address: string; cookie: string; token: string };

/** Brought in as a browser does, looked at until it has been read; what became of it. */
async function broughtIn(name: string, bytes: Uint8Array): Promise<string> {
  const body = new FormData();
  body.append('token', token);
  body.append('file', new File([new Uint8Array(bytes)], name));
  const response = await fetch(`${address}/office/documents/upload`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
    body,
  });
  if (response.status !== 303) return `refused with ${response.status}`;
  for (;;) {
    await wait(2_000);
    const page = await (await fetch(`${address}/office/documents`, { headers: { cookie } })).text();
    const row = page.split('<tr').find((each) => each.includes(`>${name}<`)) ?? '';
    if (!page.includes('data-changing')) return row.includes('class="bad"') ? 'refused' : 'read';
  }
}

parentPort!.on('message', async (name: string) => {
  const { bytes } = hostileFile(name);
  // Making a large one takes so long that the server may have hung up meanwhile: time to notice.
  await wait(100);
  parentPort!.postMessage('begun');
  parentPort!.postMessage(await broughtIn(name, bytes));
});
