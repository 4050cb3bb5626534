// @ts-check
/** What can be done with a message that was shown: copy an answer, judge it, take one's own words back into the field. */

/** @param {HTMLElement} log @param {HTMLTextAreaElement} field */
export function offerTools(log, field) {
  document.documentElement.classList.add('scripted');
  log.addEventListener('click', (event) => {
    const button = event.target;
    if (!(button instanceof HTMLButtonElement)) return;
    const bubble = button.closest('.message')?.querySelector('.bubble');
    if (!(bubble instanceof HTMLElement)) return;
    if (button.dataset.tool === 'edit') {
      field.value = bubble.innerText.trim();
      field.focus();
    }
    if (button.dataset.tool === 'copy') copy(bubble, button).catch(() => {});
  });
  log.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.getAttribute('action') !== '/feedback') return;
    event.preventDefault();
    // What cannot be sent stays, to be sent again.
    judge(form, event.submitter).catch(() => {});
  });
}

/** Thanks stand where it was judged. @param {HTMLFormElement} form @param {HTMLElement | null} submitter */
async function judge(form, submitter) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter))
    if (typeof value === 'string') body.append(name, value);
  const response = await fetch('/feedback', { method: 'POST', body, headers: { accept: 'text/plain' } });
  if (!response.ok) return;
  const thanks = document.createElement('p');
  thanks.className = 'muted judged';
  thanks.setAttribute('role', 'status');
  thanks.textContent = await response.text();
  form.closest('.judge')?.replaceWith(thanks);
}

/** Without https the clipboard is out of reach: then the words are selected, to be copied by hand. @param {HTMLElement} bubble @param {HTMLButtonElement} button */
async function copy(bubble, button) {
  if (!navigator.clipboard) {
    getSelection()?.selectAllChildren(bubble);
    return;
  }
  // What is asked and judged there is no part of the answer.
  bubble.classList.add('copied');
  const answer = bubble.innerText.trim();
  bubble.classList.remove('copied');
  await navigator.clipboard.writeText(answer);
  button.textContent = button.dataset.done ?? '';
}
