// @ts-check
/** What is folded on a telephone stands open at a desk, where there is room beside the text. */

if (matchMedia('(min-width: 60rem)').matches)
  for (const folded of document.querySelectorAll('.beside > details'))
    if (folded instanceof HTMLDetailsElement) folded.open = true;
