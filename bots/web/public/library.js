// @ts-check
/** Search as you type: the same results as the form gives, without its reload. */

const form = document.querySelector('#search');
const field = document.querySelector('#q');
const results = document.querySelector('#results');
const policies = document.querySelector('#policies');

const PAUSE_MS = 150;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let asked = 0;

async function search() {
  if (!(field instanceof HTMLInputElement) || !results || !(policies instanceof HTMLElement)) return;
  const query = field.value.trim();
  const turn = ++asked;
  const response = await fetch(`/p?part=results&q=${encodeURIComponent(query)}`);
  if (!response.ok || turn !== asked) return;
  const template = document.createElement('template');
  template.innerHTML = await response.text();
  if (turn !== asked) return;
  results.replaceChildren(template.content);
  policies.hidden = query !== '';
  history.replaceState(null, '', query === '' ? '/p' : `/p?q=${encodeURIComponent(query)}`);
}

const quietly = () => search().catch(() => {});

field?.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(quietly, PAUSE_MS);
});
form?.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(timer);
  quietly();
});
