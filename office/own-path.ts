/** A page of the console; nothing else is gone to. */
export const ownPath = (path: string): string =>
  /^\/office(?:[/?][\w\-./%?=&#~:+]*)?$/u.test(path) && !path.includes('//') ? path : '/office';
