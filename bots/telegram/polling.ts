/** Long polling. The next getUpdates confirms what came before, so it leaves only when all of that is durably stored. */
import { z } from 'zod';
import type { Seat } from '../channel-tools.ts';
import { describeError, type Log } from '../log.ts';
import type { Timing } from '../timing.ts';
import { type BotApi, refusalIn, wireFailure } from './client.ts';
import { ALLOWED_UPDATES, type Update, updateId, updateSchema } from './payload.ts';

export interface PollingOptions {
  api: BotApi;
  timing: Timing;
  log: Log;
  take: (update: Update) => Promise<void>;
  /** Told of every change; one Chinese sentence. */
  report: (state: 'up' | 'down', detail: string) => void;
  signal: AbortSignal;
  /** Telegram lets one program poll: of several workers the one that holds the seat. */
  seat?: Seat | undefined;
}

const HOLD_SECONDS = 30;
const HOLD_LIMIT_MS = (HOLD_SECONDS + 10) * 1_000;
/** Longer than a poll is held: who is killed is followed within this time. */
const SEAT_MS = HOLD_LIMIT_MS + 5_000;
const SEAT_WAIT_MS = 2_000;
const LAST_CALL_LIMIT_MS = 3_000;
const WAITS_MS = [1_000, 2_000, 5_000, 10_000, 30_000];
const CONFLICT = '另一个程序正在用同一个机器人令牌收消息，请只留一个在运行（Telegram 409）。';

/** Runs until the signal is aborted; no failure of the wire or of Telegram ends it. */
export async function poll(options: PollingOptions): Promise<void> {
  const { api, timing, log, report, signal, seat } = options;
  let offset = 0;
  let failures = 0;
  while (!signal.aborted) {
    try {
      if (seat && !(await seat.take(SEAT_MS))) {
        report('up', '由另一个进程接收 Telegram 消息。');
        await timing.sleep(SEAT_WAIT_MS, signal);
        continue;
      }
      const parameters = { offset, timeout: HOLD_SECONDS, limit: 100, allowed_updates: ALLOWED_UPDATES };
      const batch = await api.call('getUpdates', parameters, HOLD_LIMIT_MS, signal);
      failures = 0;
      report('up', '正在接收 Telegram 消息（长轮询）。');
      offset = await takeAll(batch, offset, options);
    } catch (error) {
      if (signal.aborted) break;
      const refusal = refusalIn(error);
      if (refusal?.code === 409) report('down', CONFLICT);
      else report('down', `收不到 Telegram 消息（${refusal?.code ?? wireFailure(error)}），正在重试。`);
      if (failures === 0)
        log.warn(
          { reason: refusal?.code ?? wireFailure(error) },
          'telegram: getUpdates failed, trying again',
        );
      await timing.sleep(refusal?.retryAfterMs ?? waitAfter(failures), signal);
      failures++;
    }
  }
  await confirm(api, offset);
  await seat?.leave().catch(() => undefined);
}

const waitAfter = (failures: number): number => WAITS_MS[failures] ?? (WAITS_MS.at(-1) as number);

/** The next offset: beyond what is stored. Stops before the first that could not be stored, so that it comes again. */
async function takeAll(
  batch: unknown,
  from: number,
  { take, log, timing, signal }: PollingOptions,
): Promise<number> {
  let offset = from;
  for (const one of z.array(z.unknown()).parse(batch)) {
    if (signal.aborted) return offset;
    const id = updateId.safeParse(one);
    if (!id.success) continue;
    const update = updateSchema.safeParse(one);
    if (update.success) {
      try {
        await take(update.data);
      } catch (error) {
        log.error({ error: describeError(error) }, 'telegram: an update could not be stored');
        await timing.sleep(waitAfter(0), signal);
        return offset;
      }
    } else {
      log.warn({ problem: update.error.issues[0]?.path.join('.') }, 'telegram: an update could not be read');
    }
    offset = id.data.update_id + 1;
  }
  return offset;
}

/** What is stored need not come again at the next start. */
async function confirm(api: BotApi, offset: number): Promise<void> {
  if (offset === 0) return;
  await api.call('getUpdates', { offset, timeout: 0, limit: 1 }, LAST_CALL_LIMIT_MS).catch(() => undefined);
}
