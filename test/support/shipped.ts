/**
 * The knowledge that ships, read once in a worker of the tests: reading and checking it takes as long as twenty messages, and whole
 * families of tests answer from it. Nothing changes it; who tries a changed one reads it anew.
 */
import type { Mind } from '../../src/dialogue/index.ts';
import type { Knowledge } from '../../src/policy/index.ts';
import { readKnowledge } from '../../src/service/read-knowledge.ts';
import { createMind } from '../../src/service/shelf/library.ts';

let knowledge: Knowledge | null = null;
let mind: Mind | null = null;

export function shippedKnowledge(): Knowledge {
  knowledge ??= readKnowledge();
  return knowledge;
}

/** With its index. */
export function shippedMind(): Mind {
  mind ??= createMind(shippedKnowledge());
  return mind;
}
