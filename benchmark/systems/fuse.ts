/** fuse.js with the settings of its own guide for long texts. */
import Fuse from 'fuse.js';
import type { CreateSystem } from '../system.ts';

export const fuse: CreateSystem = ({ passages }) => {
  const index = new Fuse(passages, {
    keys: ['title', 'text', 'aliases'],
    ignoreLocation: true,
    includeScore: true,
    threshold: 0.6,
    minMatchCharLength: 2,
  });
  return {
    name: 'fuse.js',
    find: (question) => index.search(question.slice(0, 32)).map(({ item }) => item.id),
  };
};
