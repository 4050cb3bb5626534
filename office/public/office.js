/** What the console's pages do beyond plain forms. Every page works without it. */

/** The way back keeps what was typed. */
for (const link of document.querySelectorAll('a[data-back]'))
  link.addEventListener('click', (event) => {
    if (history.length < 2) return;
    event.preventDefault();
    history.back();
  });
