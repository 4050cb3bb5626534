/** Inline keyboards. A button carries at most 64 bytes, so a choice too long for that travels as a token. */
import { createHash } from 'node:crypto';
import type { CardAction } from '../../src/contract/index.ts';
import type { OutboundMessage } from '../channel.ts';

export interface InlineButton {
  text: string;
  callback_data: string;
}

/**
 * The first character of the data says what follows:
 * '~id'    a choice of a menu, which the answer may replace
 * '=id'    a choice under an answer, which stays
 * '#hash'  a choice too long for the button (menus too), looked up by its hash
 */
const MENU = '~';
const ANSWER = '=';
const TOKEN = '#';
const MOST_BYTES = 64;
const MOST_TOKENS = 10_000;
const MOST_BUTTONS = 24;

export interface Pressed {
  /** Null: a token of an earlier run; the button's label stands for it. */
  choice: string | null;
  onMenu: boolean;
}

export function createKeyboards() {
  const choicesByToken = new Map<string, string>();

  function dataOf(id: string, isMenu: boolean): string {
    const data = `${isMenu ? MENU : ANSWER}${id}`;
    if (Buffer.byteLength(data) <= MOST_BYTES) return data;
    const token = `${TOKEN}${createHash('sha256').update(id).digest('base64url')}`;
    choicesByToken.delete(token);
    choicesByToken.set(token, id);
    const oldest = choicesByToken.keys().next().value;
    if (choicesByToken.size > MOST_TOKENS && oldest !== undefined) choicesByToken.delete(oldest);
    return token;
  }

  return {
    /** Null when there is nothing to choose. */
    keyboardOf(message: OutboundMessage): { inline_keyboard: InlineButton[][] } | null {
      const card = message.details?.card;
      const labels = new Map(card?.actions.map(({ id, label }) => [id, label]));
      const chosen = message.choices.map(({ id, label }) => ({
        text: labels.get(id) ?? label,
        callback_data: dataOf(id, message.menu === true),
      }));
      const offered = (card?.actions ?? []).filter(isShort).map(({ id, label }) => ({
        text: label,
        callback_data: dataOf(id, false),
      }));
      const buttons = [...chosen, ...offered].slice(0, MOST_BUTTONS);
      return buttons.length === 0 ? null : { inline_keyboard: rowsOf(buttons) };
    },

    read(data: string): Pressed {
      if (data.startsWith(TOKEN)) return { choice: choicesByToken.get(data) ?? null, onMenu: false };
      return { choice: data.slice(1), onMenu: data.startsWith(MENU) };
    },
  };
}

/** A tap that answers or says something, in a button that says so itself after any restart; an entry of a list is a choice already. */
const isShort = ({ id, kind }: CardAction): boolean =>
  kind !== 'choice' && Buffer.byteLength(`${ANSWER}${id}`) <= MOST_BYTES;

export type Keyboards = ReturnType<typeof createKeyboards>;

/** A row holds this many half-width characters before labels are cut on a telephone. */
const ROW_WIDTH = 28;
const MOST_IN_ROW = 3;

function rowsOf(buttons: InlineButton[]): InlineButton[][] {
  const rows: InlineButton[][] = [];
  for (const button of buttons) {
    const row = rows.at(-1);
    const shared = row && row.length < MOST_IN_ROW ? [...row, button] : null;
    const widest = shared && Math.max(...shared.map((one) => widthOf(one.text)));
    if (row && shared && widest !== null && (widest + 2) * shared.length <= ROW_WIDTH) row.push(button);
    else rows.push([button]);
  }
  return rows;
}

const widthOf = (label: string): number => [...label].reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 0);
