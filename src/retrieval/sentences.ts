/** A clause as the sentences that it is searched and quoted by. */

/** A line that does not end a sentence goes on in the next, unless that one begins an item: （二） · 3. · 第四 */
const BROKEN_LINE =
  /(?<![。！？!?；;：:\s])\s*\n\s*(?!\s|[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．﹒]|第[一二三四五六七八九十\d])/gu;
/** （二）支持平台发展。 · 3.申报材料。: a heading says little without what stands under it. */
const HEADING =
  /^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十\d]{1,3}[、.．﹒])[^。，,；;\d]{2,24}[。：:]?\s*$/u;
/** …符合以下条件之一： opens a list. */
const OPENS_LIST = /[：:]\s*$/u;
/** So much of a list is shown with what opens it. */
const LIST_SHOWN = 180;

/** Ends of sentences stay with them, a heading and what opens a list with what follows. */
export function sentencesOf(text: string): string[] {
  const pieces = (
    text.replace(BROKEN_LINE, '').match(/[^。！？!?\n]+(?:[。！？!?\n]+[”’）)]*|$)/gu) ?? [text]
  ).filter((sentence) => sentence.trim() !== '');
  const joined: string[] = [];
  let open = false;
  for (const piece of pieces) {
    const last: string = joined.at(-1) ?? '';
    const goesOn: boolean = open && last.length > 0 && last.length + piece.length <= LIST_SHOWN;
    if (goesOn) joined[joined.length - 1] = last + piece;
    else joined.push(piece);
    open = HEADING.test(piece) || OPENS_LIST.test(piece) || (goesOn && OPENS_LIST.test(firstLineOf(last)));
  }
  return joined;
}

const firstLineOf = (text: string): string => text.split('\n')[0] ?? '';
