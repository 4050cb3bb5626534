/** A reply on its way to a channel. */
import type { InboundMessage, OutboundMessage } from '../contract/index.ts';
import type { Handled } from './handled.ts';

/** The reply as channels send it. */
export function outbound(
  { reply, effects, library, exchange }: Handled,
  publicUrl: string | undefined,
): OutboundMessage {
  const link = publicUrl && reply.about ? clauseLink(publicUrl, reply.about) : null;
  const { text, options: choices, about, asks, verdict, amountYuan, card } = reply;
  return {
    text,
    choices,
    menu: choices.length > 1,
    listed: choices.every(({ label }) => text.includes(label)),
    details: {
      about,
      asks,
      verdict,
      amountYuan,
      card,
      effects: effects.map(({ kind }) => ({ kind })),
      exchange,
    },
    library,
    ...(link ? { link } : {}),
  };
}

/** A press on a menu lets the answer take the menu's place. */
export function replacing({ pressedOn }: InboundMessage): Partial<OutboundMessage> {
  return pressedOn ? { replaces: pressedOn } : {};
}

/** The clause's own page: /p/<文号>#n. */
export function clauseLink(publicUrl: string, about: string): string {
  const [number = '', measure] = about.split('#');
  return `${publicUrl.replace(/\/$/u, '')}/p/${encodeURIComponent(number)}${measure ? `#${measure}` : ''}`;
}
