/** What was asked and not answered: settled with one click, and asked again ever after. */
import { UserError } from '../../src/contract/index.ts';
import {
  type Handling,
  handleQuestions,
  listAdditions,
  openQuestions,
  removeAddition,
  replayQuestions,
} from '../../src/service/index.ts';
import type { Form } from '../form.ts';
import { handledPage, questionsPage } from '../pages/questions.ts';
import { get, post, type Route } from '../route.ts';
import { officeWords } from '../words/general.ts';
import { questionNotices as notices } from '../words/questions.ts';

function handlingIn(form: Form): Handling {
  const kind = form.text('kind');
  switch (kind) {
    case 'alias':
      return { kind, about: form.text('other') || form.text('about') };
    case 'answer':
    case 'ask':
      return { kind, text: form.text('text') };
    case 'ticket':
      return { kind, department: form.text('department') };
    case 'dismissed':
      return { kind, comment: form.text('comment') };
    default:
      throw new UserError(officeWords.brokenForm);
  }
}

export const questionRoutes: readonly Route[] = [
  get('/office/questions', 'see', async ({ c, officer, query }, desk) => {
    const all = await openQuestions(desk.store, desk.library(), desk.today());
    const channel = query('channel');
    const channels = [...new Set(all.flatMap((group) => group.channels))].sort();
    const groups = channel === '' ? all : all.filter((group) => group.channels.includes(channel));
    return c.html(
      questionsPage(
        { officer, path: c.req.path },
        { officer, groups, channels, channel, notice: notices[query('ok')] ?? null },
      ),
    );
  }),

  post('/office/questions', 'serve', async ({ c, form, officer }, desk) => {
    const handling = handlingIn(form);
    const library = desk.library();
    await handleQuestions(desk.store, { ids: form.texts('id'), handling, library }, officer);
    return c.redirect(`/office/questions?ok=${handling.kind}`, 303);
  }),

  get('/office/questions/handled', 'see', async ({ c, officer, query }, desk) => {
    const additions = await listAdditions(desk.store);
    const replayed = replayQuestions(desk.library(), additions, desk.today());
    return c.html(
      handledPage({ officer, path: c.req.path }, { officer, replayed, notice: notices[query('ok')] ?? null }),
    );
  }),

  post('/office/questions/undo', 'serve', async ({ c, form, officer }, { store }) => {
    await removeAddition(store, form.text('id'), officer);
    return c.redirect('/office/questions/handled?ok=undone', 303);
  }),
];
