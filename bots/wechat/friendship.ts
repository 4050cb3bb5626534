/** Requests to become a friend, by rule. */

/** Stands for every greeting. */
const ALL = '全部';

export const acceptsGreeting = (hello: string, keywords: string[]): boolean =>
  keywords.includes(ALL) || keywords.some((word) => hello.toLowerCase().includes(word.toLowerCase()));
