/** What does a contact cost on the disk? `npm run bench sizes [CONTACTS]`: each tells of itself, asks twice and sets a reminder. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clockOn, type InboundMessage } from '../src/contract/index.ts';
import { createApp, readKnowledge } from '../src/service/index.ts';
import { openStore } from '../src/store/index.ts';

const CONTACTS = Number(process.argv[3] ?? 1_000);
const SAID = [
  '制造业，端午没停产，每天350人在岗，用电涨了12%',
  '假日连续生产能拿多少',
  '提醒我申报',
  '房租能减吗',
];
const folder = mkdtempSync(join(tmpdir(), 'huiqi-bench-sizes-'));
const store = await openStore({ dataDir: folder });
const app = createApp({ knowledge: readKnowledge(), store, clock: clockOn('2022-06-20') });
const since = performance.now();
for (let contact = 0; contact < CONTACTS; contact += 1)
  for (const [i, text] of SAID.entries()) await app.answer(messageOf(contact, i, text));
const seconds = (performance.now() - since) / 1_000;
const backupSince = performance.now();
await store.backup(join(folder, 'backup'));
const backup = performance.now() - backupSince;
const bytes = statSync(join(folder, 'backup')).size;
await store.close();
process.stdout.write(
  `${CONTACTS} contacts, ${SAID.length} messages each in ${seconds.toFixed(1)} s: ${(bytes / 1e6).toFixed(1)} MB, ${Math.round(bytes / CONTACTS)} bytes a contact; backup ${backup.toFixed(0)} ms; memory ${Math.round(process.memoryUsage.rss() / 1e6)} MB\n`,
);
rmSync(folder, { recursive: true, force: true });

function messageOf(contact: number, i: number, text: string): InboundMessage {
  const id = `contact-${contact}`;
  return {
    channel: 'web',
    conversationId: id,
    senderId: id,
    isGroup: false,
    addressedToBot: true,
    text,
    eventId: `${id}-${i}`,
    receivedAt: Date.now(),
  };
}
