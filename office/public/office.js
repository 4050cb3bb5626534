/** What the console's pages do beyond plain forms. Every page works without it. */

/** The way back keeps what was typed. */
for (const link of document.querySelectorAll('a[data-back]'))
  link.addEventListener('click', (event) => {
    if (history.length < 2) return;
    event.preventDefault();
    history.back();
  });

/** A value and its stretch of the source light up together. */
const source = document.querySelector('.source');
if (source) {
  /** @param {string[]} keys */
  const light = (keys) => {
    for (const lit of document.querySelectorAll('.lit')) lit.classList.remove('lit');
    for (const key of keys) {
      document.getElementById(`v-${key}`)?.classList.add('lit');
      for (const piece of source.querySelectorAll(`[data-for~="${CSS.escape(key)}"]`))
        piece.classList.add('lit');
    }
  };

  source.addEventListener('pointerover', (event) => {
    const keys =
      event.target instanceof Element ? event.target.closest('[data-for]')?.getAttribute('data-for') : null;
    if (keys) light([keys.split(' ')[0] ?? '']);
  });

  document.addEventListener('focusin', (event) => {
    const value = event.target instanceof Element ? event.target.closest('.value') : null;
    if (value?.id.startsWith('v-')) light([value.id.slice(2)]);
  });

  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    const lights = link.getAttribute('data-lights');
    if (lights) {
      event.preventDefault();
      light([lights]);
      document.getElementById(`s-${lights}`)?.scrollIntoView({ block: 'center' });
    } else if (source.contains(link) && String(getSelection()).trim() !== '') {
      // Marking text is no wish to go somewhere.
      event.preventDefault();
    } else if (source.contains(link)) {
      for (
        let open = document.getElementById(link.hash.slice(1));
        open;
        open = open.parentElement?.closest('details') ?? null
      )
        if (open instanceof HTMLDetailsElement) open.open = true;
    }
  });

  /** What is marked in the source becomes the quote of the form that was used last, or of the first that is open. */
  /** @type {HTMLTextAreaElement | null} */
  let wanted = null;
  document.addEventListener('focusin', (event) => {
    const form = event.target instanceof Element ? event.target.closest('form') : null;
    const field = form?.querySelector('textarea[data-marks]');
    if (field instanceof HTMLTextAreaElement) wanted = field;
  });
  source.addEventListener('pointerup', () => {
    const marked = String(getSelection()).trim();
    if (marked === '' || !wanted) return;
    wanted.value = marked;
    wanted.closest('.value')?.classList.add('lit');
  });
}

/** Uploads show how far they are. */
const bring = document.getElementById('bring');
if (bring instanceof HTMLFormElement) {
  const bar = bring.querySelector('progress');
  bring.addEventListener('submit', (event) => {
    if (!bar) return;
    event.preventDefault();
    bar.hidden = false;
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      bar.value = total > 0 ? (100 * loaded) / total : 0;
    });
    request.addEventListener('load', () => {
      if (request.status < 400) location.assign(request.responseURL);
      else {
        document.open();
        document.write(request.responseText);
        document.close();
      }
    });
    request.addEventListener('error', () => bring.submit());
    request.open('POST', bring.action);
    request.send(new FormData(bring));
  });
}

/** An answer that is being written stands there again after the page was loaded anew, until it was told. */
const kept = document.querySelector('textarea[data-keeps]');
const here = new URL(location.href);
const done = here.searchParams.get('ok');
const keptAs = `huiqi ${here.pathname}`;
if (done === 'told') sessionStorage.removeItem(keptAs);
if (done !== null) {
  // What was done is said once: loaded anew, the page is only what it shows.
  here.searchParams.delete('ok');
  history.replaceState(null, '', here);
}
document
  .querySelector('form[action="/office/sign-out"]')
  ?.addEventListener('submit', () => sessionStorage.clear());
if (kept instanceof HTMLTextAreaElement) {
  kept.value ||= sessionStorage.getItem(keptAs) ?? '';
  kept.addEventListener('input', () => sessionStorage.setItem(keptAs, kept.value));
}

/**
 * This page as it is now.
 * @returns {Promise<Document | null>}
 */
const pageNow = async () => {
  const response = await fetch(location.pathname + location.search, { redirect: 'error' });
  return response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : null;
};

/**
 * Looks again and again until it answers false; a look that fails is made up for by the next.
 * @param {number} everyMs
 * @param {() => Promise<boolean>} look
 */
const keepLooking = (everyMs, look) => {
  const again = () =>
    setTimeout(() => {
      look()
        .catch(() => true)
        .then((more) => {
          if (more) again();
        });
    }, everyMs);
  again();
};

/** What is said in a talk is added while it is read; nothing else on the page is touched. */
const live = document.getElementById('live');
if (live)
  keepLooking(4_000, async () => {
    const next = (await pageNow())?.getElementById('live');
    if (!next) return true;
    // Somebody else took the talk, or gave it back: another page, on which what was written is kept.
    if (next.dataset.taken !== live.dataset.taken) location.reload();
    for (const line of next.querySelectorAll('li'))
      if (!document.getElementById(line.id)) live.querySelector('ol')?.append(document.adoptNode(line));
    return true;
  });

/**
 * The rows of a table as they are now. Rows that did not change stay, with what is typed in them; a link that had the focus has it again.
 * @param {Element} table
 * @param {Element} next
 */
const freshen = (table, next) => {
  const body = table.querySelector('tbody');
  const rows = [...next.querySelectorAll('tbody > tr')];
  if (!body) return;
  const focused = body.contains(document.activeElement) ? document.activeElement : null;
  const kept = rows.map((row) => {
    const old = document.getElementById(row.id);
    return old && old.outerHTML === row.outerHTML ? old : document.adoptNode(row);
  });
  if (kept.some((row, i) => row !== body.rows[i]) || kept.length !== body.rows.length) {
    body.replaceChildren(...kept);
    const href = focused?.getAttribute('href');
    const again = href ? body.querySelector(`a[href="${CSS.escape(href)}"]`) : focused;
    if (again instanceof HTMLElement) again.focus({ preventScroll: true });
  }
};

/** As long as files are being read, their rows and those of the documents follow; nothing else on the page is touched. */
const isChanging = () => document.querySelector('[data-changing]') !== null;
if (isChanging())
  keepLooking(1_500, async () => {
    const page = await pageNow();
    if (!page) return true;
    for (const table of document.querySelectorAll('table[data-fresh]')) {
      const next = page.getElementById(table.id);
      if (!next) continue;
      freshen(table, next);
      if (!next.hasAttribute('data-changing')) table.removeAttribute('data-changing');
    }
    return isChanging();
  });
