// @ts-check
/** What is new in the conversation: a stream of events while the server has room, else asked for now and then. */

const KINDS = ['visitor', 'bot', 'reminder', 'aside', 'forgotten'];
const POLL_MS = 4_000;

/**
 * @param {number} from the last entry that the page has
 * @param {(kind: string, markup: string) => void} show
 * @param {(isConnected: boolean) => void} connected told of every change; the browser comes back by itself, and nothing is missed
 */
export function listenTo(from, show, connected) {
  let last = from;
  const source = new EventSource(`/events?after=${from}`);
  source.addEventListener('open', () => connected(true));
  source.addEventListener('error', () => {
    // A stream for which there was no place ends at once, and the network is well.
    if (!navigator.onLine) connected(false);
  });
  addEventListener('offline', () => connected(false));
  addEventListener('online', () => connected(true));
  for (const kind of KINDS)
    source.addEventListener(kind, (event) => {
      const { data, lastEventId } = /** @type {MessageEvent<string>} */ (event);
      if (lastEventId) last = Number(lastEventId);
      show(kind, data);
    });
  source.addEventListener('full', () => {
    source.close();
    setInterval(() => poll().catch(() => {}), POLL_MS);
  });

  async function poll() {
    const response = await fetch(`/news?after=${last}`);
    if (!response.ok) return;
    /** @type {{ last: number, events: { kind: string, markup: string }[] }} */
    const news = await response.json();
    last = Math.max(last, news.last);
    for (const { kind, markup } of news.events) show(kind, markup);
  }
}
