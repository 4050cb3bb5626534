/** Tickets and talks: worked on, answered, closed, looked after; taken over and handed back; units and ready-made replies. */
import { UserError } from '../../src/contract/index.ts';
import {
  addReadyReply,
  addUnit,
  announcer,
  handBackTalk,
  listOfficers,
  listReadyReplies,
  listUnits,
  recentTalks,
  removeListed,
  sayInTalk,
  type TicketDeed,
  takeOverTalk,
  talkOf,
  ticketView,
  workedTickets,
  workOnTicket,
} from '../../src/service/index.ts';
import type { Desk } from '../desk.ts';
import type { Form } from '../form.ts';
import { talkPage, talksPage, unitsPage } from '../pages/talks.ts';
import { deskTabs, ticketPage, ticketsPage } from '../pages/tickets.ts';
import { type Asked, get, post, type Route } from '../route.ts';
import { deskNotices as notices } from '../words/desk.ts';
import { officeWords } from '../words/general.ts';

const limitsOf = ({ settings }: Desk) => ({
  acceptDays: settings.TICKET_ACCEPT_DAYS,
  closeDays: settings.TICKET_CLOSE_DAYS,
});

function deedIn(form: Form): TicketDeed {
  const text = form.text('text');
  switch (form.text('kind')) {
    case 'accept':
      return { kind: 'accept' };
    case 'assign':
      return { kind: 'assign', to: text };
    case 'note':
      return { kind: 'note', text };
    case 'reply':
      return { kind: 'reply', text };
    case 'close':
      return { kind: 'close', text };
    case 'reopen':
      return { kind: 'reopen', text };
    case 'visit':
      return { kind: 'visit', satisfied: form.text('satisfied') === 'yes', text };
    default:
      throw new UserError(officeWords.brokenForm);
  }
}

const addressOf = ({ param }: Asked) => ({
  channel: param('channel'),
  conversationId: param('conversation'),
});
const TALK = '/office/talks/:channel/:conversation';
const talkAt = ({ channel, conversationId }: ReturnType<typeof addressOf>, ok: string): string =>
  `/office/talks/${encodeURIComponent(channel)}/${encodeURIComponent(conversationId)}?ok=${ok}`;

export const ticketRoutes: readonly Route[] = [
  get('/office/tickets', 'see', async ({ c, officer, query }, desk) => {
    const tickets = await workedTickets(desk.store, limitsOf(desk));
    return c.html(ticketsPage({ officer, path: c.req.path }, tickets, notices[query('ok')] ?? null));
  }),

  get('/office/tickets/:id', 'see', async ({ c, officer, param, query }, desk) => {
    const { store } = desk;
    const ready = await listReadyReplies(store);
    return c.html(
      ticketPage(
        { officer, path: c.req.path },
        {
          officer,
          view: await ticketView(store, param('id'), limitsOf(desk)),
          ready,
          units: await listUnits(store),
          names: (await listOfficers(store)).map(({ name }) => name),
          draft: ready.find(({ id }) => id === query('ready'))?.text ?? '',
          notice: notices[query('ok')] ?? null,
        },
      ),
    );
  }),

  post('/office/tickets/:id', 'serve', async ({ c, form, officer, param }, { store, settings }) => {
    const deed = deedIn(form);
    await workOnTicket(store, { id: param('id'), deed, announce: announcer(settings) }, officer);
    const isTold = ['reply', 'close', 'reopen'].includes(deed.kind);
    return c.redirect(
      `/office/tickets/${encodeURIComponent(param('id'))}?ok=${isTold ? 'told' : 'done'}`,
      303,
    );
  }),

  get('/office/talks', 'serve', async ({ c, officer }, { store }) =>
    c.html(talksPage({ officer, path: '/office/tickets' }, deskTabs, await recentTalks(store))),
  ),

  get(TALK, 'serve', async (asked, { store }) => {
    const { c, officer, query } = asked;
    const address = addressOf(asked);
    const talk = await talkOf(store, address);
    const notice = notices[query('ok')] ?? null;
    return c.html(
      talkPage({ officer, path: '/office/tickets' }, deskTabs, { officer, ...address, ...talk, notice }),
    );
  }),

  post(`${TALK}/take`, 'serve', async (asked, { store }) => {
    await takeOverTalk(store, addressOf(asked), asked.officer);
    return asked.c.redirect(talkAt(addressOf(asked), 'taken'), 303);
  }),
  post(`${TALK}/say`, 'serve', async (asked, { store }) => {
    await sayInTalk(store, { ...addressOf(asked), text: asked.form.text('text') }, asked.officer);
    return asked.c.redirect(talkAt(addressOf(asked), 'told'), 303);
  }),
  post(`${TALK}/back`, 'serve', async (asked, { store }) => {
    await handBackTalk(store, addressOf(asked), asked.officer);
    return asked.c.redirect(talkAt(addressOf(asked), 'back'), 303);
  }),

  get('/office/units', 'see', async ({ c, officer }, { store }) =>
    c.html(
      unitsPage({ officer, path: '/office/tickets' }, deskTabs, {
        officer,
        units: await listUnits(store),
        replies: await listReadyReplies(store),
      }),
    ),
  ),
  post('/office/units', 'serve', async ({ c, form, officer }, { store }) => {
    const [name, telephone, address, hours] = [
      form.text('name'),
      form.text('telephone'),
      form.text('address'),
      form.text('hours'),
    ];
    await addUnit(store, { name, telephone, address, hours }, officer);
    return c.redirect('/office/units', 303);
  }),
  post('/office/units/reply', 'serve', async ({ c, form, officer }, { store }) => {
    await addReadyReply(store, form.text('text'), officer);
    return c.redirect('/office/units', 303);
  }),
  post('/office/units/remove', 'serve', async ({ c, form, officer }, { store }) => {
    await removeListed(store, form.text('kind') === 'unit' ? 'unit' : 'reply', form.text('id'), officer);
    return c.redirect('/office/units', 303);
  }),
];
