// @ts-check
/** The chat with scripts: messages leave without a reload, answers and reminders come as events. */

/** @template {Element} T @param {string} selector @param {new () => T} type @returns {T} */
function one(selector, type) {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`no ${selector}`);
  return found;
}

const log = one('#log', HTMLElement);
const form = one('#composer', HTMLFormElement);
const text = one('#text', HTMLTextAreaElement);
const eventKey = one('input[name=event]', HTMLInputElement);
const trouble = one('#trouble', HTMLElement);
const mine = one('#mine', HTMLDetailsElement);

/** Pieces come from our own server, where everything said was escaped. @param {string} markup */
function pieces(markup) {
  const template = document.createElement('template');
  template.innerHTML = markup;
  return template.content;
}

function atTheEnd() {
  document.querySelector('.welcome')?.remove();
  const said = [...log.querySelectorAll('.message.visitor')].at(-1);
  // The last question at the top leaves the most room for its answer; a short one stays in view anyway.
  (said ?? log.lastElementChild)?.scrollIntoView({ block: 'start' });
}

/** @param {MessageEvent<string>} event */
function show(event) {
  const content = pieces(event.data);
  const id = content.firstElementChild?.getAttribute('data-entry');
  if (id && log.querySelector(`[data-entry="${CSS.escape(id)}"]`)) return;
  log.querySelector('.waiting')?.remove();
  log.append(content);
  if (event.type === 'visitor') log.append(pieces('<p class="waiting">正在查文件…</p>'));
  atTheEnd();
}

const source = new EventSource(`/events?after=${log.dataset.last ?? '0'}`);
for (const kind of ['visitor', 'bot', 'reminder'])
  source.addEventListener(kind, (event) => show(/** @type {MessageEvent<string>} */ (event)));
source.addEventListener('aside', (event) => {
  one('#aside', HTMLElement).replaceChildren(pieces(/** @type {MessageEvent<string>} */ (event).data));
});
source.addEventListener('forgotten', () => log.replaceChildren());

function tooFast() {
  log.querySelector('.waiting')?.remove();
  trouble.textContent = '您发得有点快，请稍等一分钟再发。';
}

/** @param {HTMLElement | null} submitter */
async function post(submitter) {
  const written = text.value;
  const fields = new FormData(form, submitter);
  const typed = !(submitter instanceof HTMLButtonElement) || submitter.name === '';
  if (typed && written.trim() === '') return;
  const body = new URLSearchParams();
  for (const [name, value] of fields)
    if (typeof value === 'string' && (typed || name !== 'text')) body.append(name, value);
  trouble.textContent = '';
  if (typed) text.value = '';
  try {
    const response = await fetch('/say', { method: 'POST', body, headers: { accept: 'application/json' } });
    if (!response.ok) throw new Error(await response.text());
    const { taken, event } = await response.json();
    eventKey.value = event;
    if (!taken) tooFast();
  } catch (error) {
    if (typed && text.value === '') text.value = written;
    const said = error instanceof Error && !(error instanceof TypeError) ? error.message.trim() : '';
    trouble.textContent = said && said.length < 80 ? said : '没有发出去，请检查网络后再试一次。';
  }
}

let sending = Promise.resolve();
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const { submitter } = event;
  // One after the other: each message has a key of its own.
  sending = sending.then(() => post(submitter));
});

text.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});

if (matchMedia('(min-width: 60rem)').matches) mine.open = true;
if (location.hash === '' && log.childElementCount > 0) atTheEnd();
