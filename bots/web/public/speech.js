// @ts-check
/** Speaking instead of typing, where the browser can listen. What it heard is put into the field, to be read before it is sent. */

/**
 * @typedef {{ lang: string, interimResults: boolean, start(): void, stop(): void,
 *   onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null, onend: (() => void) | null }} Listener
 */

/** @param {HTMLButtonElement} button @param {HTMLTextAreaElement} field */
export function offerSpeech(button, field) {
  const found =
    Reflect.get(globalThis, 'SpeechRecognition') ?? Reflect.get(globalThis, 'webkitSpeechRecognition');
  if (typeof found !== 'function') return;
  const make = /** @type {new () => Listener} */ (found);
  const placeholder = field.placeholder;
  button.hidden = false;
  /** @type {Listener | null} */
  let listener = null;

  button.addEventListener('click', () => {
    if (listener) return listener.stop();
    const begun = new make();
    listener = begun;
    begun.lang = 'zh-CN';
    begun.interimResults = true;
    field.placeholder = button.dataset.listening ?? '';
    begun.onresult = ({ results }) => {
      field.value = Array.from(results, (result) => result[0]?.transcript ?? '').join('');
    };
    begun.onend = () => {
      listener = null;
      field.placeholder = placeholder;
      field.focus();
    };
    begun.start();
  });
}
