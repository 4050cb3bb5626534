/** How long after a contact's sign of life the platform lets a message through. Time is an argument. */

export const MESSAGE_WINDOW_MS = 48 * 3_600_000;
/** After following, or pressing a key of the menu. */
const EVENT_WINDOW_MS = 60_000;
const MOST_REMEMBERED = 50_000;

export interface Windows {
  heard(openId: string, kind: 'message' | 'event', now: number): void;
  /** The platform has said so: closed until the contact is heard again. */
  closed(openId: string): void;
  /** A contact not heard since the start may have an open window: only the platform knows. */
  isOpen(openId: string, now: number): boolean;
}

export function createWindows(): Windows {
  const until = new Map<string, number>();

  function forgetTheEarliest(): void {
    for (const openId of until.keys()) {
      if (until.size <= MOST_REMEMBERED) return;
      until.delete(openId);
    }
  }

  return {
    heard(openId, kind, now) {
      const end = now + (kind === 'message' ? MESSAGE_WINDOW_MS : EVENT_WINDOW_MS);
      const known = until.get(openId) ?? 0;
      // Set anew, so that the order is that of the last sign of life.
      until.delete(openId);
      until.set(openId, Math.max(end, known));
      forgetTheEarliest();
    },
    closed: (openId) => void until.set(openId, 0),
    isOpen: (openId, now) => now < (until.get(openId) ?? Number.POSITIVE_INFINITY),
  };
}
