// @ts-check
/** The chat with scripts: messages leave without a reload, answers and reminders come as events. */

import { offerSpeech } from './speech.js';
import { listenTo } from './stream.js';
import { offerTools } from './tools.js';

/** @template {Element} T @param {string} selector @param {new () => T} type @returns {T} */
function one(selector, type) {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`no ${selector}`);
  return found;
}

const log = one('#log', HTMLElement);
const form = one('#composer', HTMLFormElement);
const text = one('#text', HTMLTextAreaElement);
const eventKey = one('#composer input[name=event]', HTMLInputElement);
const trouble = one('#trouble', HTMLElement);

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

/** @param {string} kind @param {string} markup */
function show(kind, markup) {
  const content = pieces(markup);
  const id = content.firstElementChild?.getAttribute('data-entry');
  if (id && log.querySelector(`[data-entry="${CSS.escape(id)}"]`)) return;
  log.querySelector('.waiting')?.remove();
  log.append(content);
  if (kind === 'visitor') {
    const waiting = document.createElement('p');
    waiting.className = 'waiting';
    waiting.textContent = log.dataset.working ?? '';
    log.append(waiting);
  }
  atTheEnd();
}

/** @param {boolean} isConnected */
function tellConnection(isConnected) {
  const offline = log.dataset.offline ?? '';
  if (!isConnected) trouble.textContent = offline;
  else if (trouble.textContent === offline) trouble.textContent = '';
}

listenTo(
  Number(log.dataset.last ?? 0),
  (kind, markup) => {
    if (kind === 'aside') one('#aside', HTMLElement).replaceChildren(pieces(markup));
    else if (kind === 'forgotten') log.replaceChildren();
    else show(kind, markup);
  },
  tellConnection,
);

function tooFast() {
  log.querySelector('.waiting')?.remove();
  trouble.textContent = '您发得有点快，请稍等一分钟再发。';
}

/** @param {HTMLFormElement} sent @param {HTMLElement | null} submitter */
async function post(sent, submitter) {
  const written = text.value;
  const fields = new FormData(sent, submitter);
  const typed = sent === form && !(submitter instanceof HTMLButtonElement && submitter.name !== '');
  if (typed && written.trim() === '') return;
  const body = new URLSearchParams();
  for (const [name, value] of fields)
    if (typeof value === 'string' && (typed || name !== 'text')) body.append(name, value);
  body.set('event', eventKey.value);
  trouble.textContent = '';
  if (typed) text.value = '';
  try {
    const response = await fetch('/say', { method: 'POST', body, headers: { accept: 'application/json' } });
    if (response.status === 400) return;
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
document.addEventListener('submit', (event) => {
  const sent = event.target;
  if (!(sent instanceof HTMLFormElement) || sent.getAttribute('action') !== '/say') return;
  event.preventDefault();
  const { submitter } = event;
  // One after the other: each message has a key of its own.
  sending = sending.then(() => post(sent, submitter));
});

text.addEventListener('keydown', (event) => {
  // Safari ends a composition before the key that confirms it: that key says 229.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  form.requestSubmit();
});

offerTools(log, text);
offerSpeech(one('#speak', HTMLButtonElement), text);
if (location.hash === '' && log.childElementCount > 0) atTheEnd();
// From here on what is pressed is answered here, without a reload: for those who press by a program.
document.documentElement.dataset.ready = '';
