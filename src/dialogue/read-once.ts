/** A message read once: what is asked, what each part of it tells. */
import type { Day, Message } from '../contract/index.ts';
import { matter, plainText, readUtterance, type Utterance, withoutOpenings } from '../language/index.ts';
import { standsInDocumentsOf } from './documents.ts';
import type { Mind, Scene } from './scene.ts';

/** Everything behind sees no more of the message than this. */
export function readOnce(
  message: Message,
  { today, mind }: { today: Day; mind: Mind },
): { message: Message; utterance: Utterance } {
  const utterance = readUtterance(message.text, {
    today,
    quoted: message.quoted ?? null,
    standsInDocument: standsInDocumentsOf(mind.index),
  });
  // Passed on without a word: what is asked is what it is about.
  const text =
    utterance.text.trim() === '' && utterance.quoted ? plainText(utterance.quoted) : matter(utterance);
  const said = utterance.quoted === null ? message.text : utterance.text;
  return { message: { ...message, text, said }, utterance: withoutOpenings(utterance) };
}

/** The scene as if these words had been sent. */
export const saying = (scene: Scene, text: string): Scene => ({ ...scene, ...readOnce({ text }, scene) });
