/** An answer as text for a person, or as the JSON line of `huiqi chat --json`. */
import { printable, printableJson } from '../../src/contract/index.ts';
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

/** The gateway has written choices and link into the text. A blank line keeps answers apart. */
export const plainText = (message: OutboundMessage): string => `${printable(message.text)}\n`;
