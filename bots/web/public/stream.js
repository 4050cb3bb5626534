// @ts-check
/** What is new in the conversation, as a stream of events; where the server has no room for one, it says when to ask again, and the browser does. */

const KINDS = ['visitor', 'bot', 'reminder', 'aside', 'forgotten'];

/**
 * @param {number} from the last entry that the page has
 * @param {(kind: string, markup: string) => void} show
 * @param {(isConnected: boolean) => void} connected told of every change; the browser comes back by itself, and nothing is missed
 */
export function listenTo(from, show, connected) {
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
      show(kind, /** @type {MessageEvent<string>} */ (event).data);
    });
}
