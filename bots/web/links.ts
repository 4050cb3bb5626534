/** Where things are on the site. */

/** The page of a document, or the place of one of its measures on it. */
export function policyPath(about: string): string {
  const [number = '', measure] = about.split('#');
  return `/p/${encodeURIComponent(number)}${measure ? `#${measure}` : ''}`;
}

export const sourcePath = (number: string): string => `/p/${encodeURIComponent(number)}/source`;

/** The file as it was received. */
export const filePath = (number: string): string => `/p/${encodeURIComponent(number)}/file`;

/** The calendar of one contact, for whoever has its key. */
export const feedPath = (key: string): string => `/my/${key}.ics`;

/** A result sheet, for whoever has its key. */
export const sheetPath = (key: string): string => `/r/${key}`;

/** The deadlines of one measure or document, for a calendar. */
export const calendarPath = (about: string): string => `/deadlines.ics?about=${encodeURIComponent(about)}`;

/** The chat with these words in its field, to be sent or changed. */
export const askPath = (text: string): string => `/?ask=${encodeURIComponent(text)}`;
