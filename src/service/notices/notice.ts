/** An event → what officers are told of it in their own group: one short text with the way to the console. */
import { noticeWords as words } from '../../words/index.ts';
import type { WebhookEvent } from '../webhooks/event.ts';

export interface Notice {
  /** Of one id no more than one is told. */
  id: string;
  text: string;
}

const HOUR_MS = 3_600_000;

/** Null: nothing that an officer has to do. `at`: epoch milliseconds. `root`: https://huiqi.example.cn, null where there is none. */
export function noticeOf(event: WebhookEvent, at: number, root: string | null): Notice | null {
  const way = (path: string) => (root === null ? '' : `\n${root.replace(/\/$/u, '')}/office/${path}`);
  switch (event.type) {
    case 'ticket.opened': {
      const { ticket, question, department } = event.data;
      const text = words.opened(ticket, short(question), department);
      return { id: `opened:${ticket}`, text: `${text}${way(`tickets/${ticket}`)}` };
    }
    case 'ticket.overdue': {
      const { ticket, question, late, assignee } = event.data;
      const text = words.overdue(ticket, late, short(question), assignee);
      return { id: `overdue:${ticket}:${late}`, text: `${text}${way(`tickets/${ticket}`)}` };
    }
    case 'question.unanswered': {
      // A bad hour is one notice, not one a question.
      const hour = Math.floor(at / HOUR_MS);
      return {
        id: `questions:${hour}`,
        text: `${words.unanswered(short(event.data.question))}${way('questions')}`,
      };
    }
    default:
      return null;
  }
}

const LONGEST = 60;

/** Numbers of six digits and more, a telephone or an identity card, stay in the console. */
function short(question: string): string {
  const text = question.replace(/\d[\d -]{4,}\d/gu, words.hidden).replace(/\s+/gu, ' ');
  return [...text].length > LONGEST ? `${[...text].slice(0, LONGEST).join('')}…` : text;
}
