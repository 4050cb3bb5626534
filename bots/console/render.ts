/** An answer as text for a person, or as the JSON line of `huiqi chat --json`. */
import { printable, printableJson } from '../../src/contract/index.ts';
import { headline } from '../../src/words/index.ts';
import type { OutboundMessage, ReplyDetails } from '../channel.ts';

const NO_DETAILS: ReplyDetails = {
  about: null,
  asks: null,
  verdict: null,
  amountYuan: null,
  card: null,
  effects: [],
};

export function jsonLine(message: OutboundMessage): string {
  const { text, choices, link, details = NO_DETAILS } = message;
  return printableJson({ text, options: choices, ...details, ...(link && { link }) });
}

const TONES = { eligible: '32', unknown: '36', ineligible: '31' } as const;

/** The verdict's line in its colour, for a terminal that has colours. */
export function coloured(message: OutboundMessage): string {
  const card = message.details?.card;
  const said = headline(message.text, card);
  if (!card?.verdict || said === null) return plainText(message);
  const tone = TONES[card.verdict];
  const paint = (line: string) => (line === printable(said) ? `\x1b[1;${tone}m${line}\x1b[0m` : line);
  // The message steers no terminal; our own colour does.
  return `${printable(message.text).split('\n').map(paint).join('\n')}\n`;
}

/** The gateway has written choices and link into the text. A blank line keeps answers apart. */
export const plainText = (message: OutboundMessage): string => `${printable(message.text)}\n`;
