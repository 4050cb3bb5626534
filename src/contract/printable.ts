/** Texts of others on a terminal: what would steer it, or hide something from the reader, is made visible. */

/**
 * Control characters but line break and tab: ESC → ␛, DEL → ␡; those of C1 and the marks that turn the direction of writing or draw
 * nothing → their code, as ‹u009b›.
 */
const STEERING =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

const PICTURES = 0x2400;
const PICTURE_OF_DELETE = '␡';

function visible(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(PICTURES + code);
  return code === 0x7f ? PICTURE_OF_DELETE : `‹u${code.toString(16).padStart(4, '0')}›`;
}

/** For a text of several lines. */
export const printable = (text: string): string => text.replace(STEERING, visible);

/** For a text inside a line: it cannot begin another one. */
export const printableLine = (text: string): string =>
  printable(text.replaceAll(/\r\n?|\n/gu, '⏎').replaceAll('\t', ' '));

/** JSON that a terminal shows as it is: JSON.stringify leaves C1 and the marks of direction alone. */
export const printableJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    STEERING,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
