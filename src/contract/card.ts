/** A reply as data, made before it is text: each channel shows it as richly as it can, and machines read it as `card`. */
import type { Day } from './day.ts';

export interface Card {
  verdict: 'eligible' | 'ineligible' | 'unknown' | null;
  /** A no that a single condition makes. */
  near: boolean;
  /** The document that it rests on has no day left. */
  expired: boolean;
  /** Title of the measure or document; null where the reply is about none. */
  title: string | null;
  /** Null: nothing is paid, or a no. Conditional while the verdict is unknown. */
  amount: CardAmount | null;
  conditions: CardCondition[];
  /** Null: the document states no last day. */
  deadline: CardDeadline | null;
  /** Verbatim. */
  quote: string | null;
  /** 洪府办发〔2022〕58号 第2条. */
  source: string | null;
  /** How the text was read, and what was taken for granted. */
  notes: string[];
  actions: CardAction[];
  /** Lines of the reply's text that the card says in a form of its own: whoever shows the card leaves them out. */
  covers: string[];
}

/** Yuan. */
export interface CardAmount {
  yuan: number | null;
  capYuan: number | null;
  floorYuan: number | null;
  /** Of whom or what the cap is. */
  per: 'enterprise' | 'project' | 'enterprise-year' | null;
  kind: 'exact' | 'floor' | 'cap' | 'range' | 'unstated';
  /** 5万元 · 5万元或10万元 · 不低于200万元 · 最高50万元; null where no sum is stated. */
  figure: string | null;
  /** 可得5万元（一次性） · 按新增贷款的1‰，最高50万元. */
  words: string;
}

export interface CardCondition {
  /** Name of the fact; null for one that no single fact holds. */
  fact: string | null;
  label: string;
  state: 'met' | 'unmet' | 'open';
  /** 290人; null: nothing was said. */
  said: string | null;
  /** 300人以上; null for a plain yes or no. */
  wanted: string | null;
  /** 差10人. */
  lack: string | null;
}

export interface CardDeadline {
  kind: 'apply-by' | 'valid-until';
  day: Day;
  /** Negative once it has passed. */
  daysLeft: number;
  /** The last working day, where `day` is none and the holidays of its year are known. */
  lastWorkday: Day | null;
}

/** What a tap does: the message `send` goes out, with `id` as its choice. */
export interface CardAction {
  /** The choice of the message (InboundMessage.choice). */
  id: string;
  label: string;
  send: string;
  /** choice: opens an entry of a list; answer: tells a fact that was asked; command: says what the text offers. */
  kind: 'choice' | 'answer' | 'command';
}
