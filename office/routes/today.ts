/** The first page, figures, settings with the keys of programs. */
import { isDay, UserError } from '../../src/contract/index.ts';
import { closesWhen } from '../../src/policy/index.ts';
import {
  CHANGEABLE,
  type Changeable,
  changedSettings,
  changeEmblem,
  changeSettings,
  countOpenQuestions,
  figuresOf,
  issueKey,
  listDocuments,
  listKeys,
  MOST_EMBLEM_BYTES,
  reachOf,
  revokeKey,
  tryMail,
  tryRobot,
  versionsAtWork,
  workedTickets,
} from '../../src/service/index.ts';
import { csvResponse } from '../csv.ts';
import type { Desk } from '../desk.ts';
import { chartsOf, figuresPage, reachPage } from '../pages/figures.ts';
import { settingsPage } from '../pages/settings.ts';
import { todayPage } from '../pages/today.ts';
import { type Asked, type AskedByOfficer, get, post, type Route } from '../route.ts';
import { figureWords, settingWords } from '../words/today.ts';

const SOON_DAYS = 7;
/** What a form has beside its file. */
const FORM_BYTES = 64 * 1024;

function closingSoon(desk: Desk) {
  return closesWhen(desk.library().knowledge, desk.today()).flatMap(({ number, deadlines }) =>
    deadlines
      .filter(({ daysLeft }) => daysLeft >= 0 && daysLeft <= SOON_DAYS)
      .map(({ about, title, day, daysLeft }) => ({ about: about || number, title, day, left: daysLeft })),
  );
}

const reachNow = (desk: Desk) =>
  reachOf(desk.store, { knowledge: desk.library().knowledge, today: desk.today() });

const daysOf = ({ query }: Asked): number => {
  const days = Number(query('days') || '30');
  return Number.isInteger(days) && days >= 1 && days <= 3650 ? days : 30;
};

const titlesIn = (desk: Desk) => {
  const { policies } = desk.library().knowledge;
  const titles = new Map(
    policies.flatMap(({ number, title, measures }) => [
      [number, title] as const,
      ...measures.map(({ id, title: own }) => [id, own] as const),
    ]),
  );
  return (about: string) => titles.get(about) ?? about;
};

const FIXED = Object.keys(settingWords.names).filter((name) => !CHANGEABLE.some((one) => one === name));
const asText = (value: unknown): string => (value === undefined ? '' : String(value));

/** On the page itself: there it is shown to everybody. */
const emblemAddress = ({ live }: Desk): string | null => {
  const { emblem } = live.current();
  return emblem && `/static/emblem?v=${emblem.version}`;
};

async function showSettings(
  { c, officer }: AskedByOfficer,
  desk: Desk,
  { made = null, notice = null }: { made?: string | null; notice?: string | null } = {},
) {
  const set = await changedSettings(desk.store);
  const values: Record<string, unknown> = desk.settings;
  return c.html(
    settingsPage(
      { officer, path: '/office/settings' },
      {
        officer,
        values: FIXED.map((name) => ({ name, value: asText(values[name]) || null })),
        changeable: CHANGEABLE.map((name) => ({
          name,
          value: set[name] ?? asText(values[name]),
          isSet: set[name] !== undefined,
        })),
        emblem: emblemAddress(desk),
        hasRobot: desk.settings.OFFICER_ROBOT_URL !== undefined,
        hasMail: desk.settings.OFFICER_MAIL.length > 0,
        notice,
        channels: Object.entries(desk.health?.() ?? {}).map(([name, { detail }]) => ({
          name,
          state: detail,
        })),
        keys: await listKeys(desk.store),
        scopes: desk.scopes,
        made,
      },
    ),
  );
}

export const todayRoutes: readonly Route[] = [
  get('/office', 'see', async ({ c, officer }, desk) => {
    const { store, settings } = desk;
    const library = desk.library();
    const documents = await listDocuments(store, settings.HUIQI_KNOWLEDGE_DIR, library);
    const limits = { acceptDays: settings.TICKET_ACCEPT_DAYS, closeDays: settings.TICKET_CLOSE_DAYS };
    const tickets = await workedTickets(store, limits);
    const ledger = await store.transaction(({ reminders }) => reminders.counts());
    return c.html(
      todayPage(
        { officer, path: c.req.path },
        {
          questions: await countOpenQuestions(store),
          open: tickets.filter(({ ticket }) => ticket.state !== 'closed').length,
          late: tickets.filter(({ overdue }) => overdue !== null).length,
          failed: ledger.failed ?? 0,
          unsure: ledger.unsure ?? 0,
          drafts: documents.filter(({ draft }) => draft !== null),
          faults: library.faults,
          closing: closingSoon(desk),
          version: library.version,
          workers: await versionsAtWork(store, library.version),
        },
      ),
    );
  }),

  get('/office/figures', 'see', async (asked, desk) => {
    const { c, officer } = asked;
    const days = daysOf(asked);
    const figures = await figuresOf(desk.store, days);
    return c.html(figuresPage({ officer, path: c.req.path }, { figures, days, titleOf: titlesIn(desk) }));
  }),

  get('/office/figures.csv', 'see', async (asked, desk) => {
    const figures = await figuresOf(desk.store, daysOf(asked));
    const charts = chartsOf(figures, titlesIn(desk));
    const rows = charts.flatMap(({ title, counts }) => counts.map(({ name, count }) => [title, name, count]));
    return csvResponse(figureWords.title, [
      [figureWords.title, figureWords.name, figureWords.count],
      ...rows,
    ]);
  }),

  get('/office/figures/reach', 'see', async ({ c, officer }, desk) => {
    const reach = await reachNow(desk);
    return c.html(reachPage({ officer, path: '/office/figures' }, { reach, titleOf: titlesIn(desk) }));
  }),

  get('/office/figures/reach.csv', 'see', async (_, desk) => {
    const { measures } = await reachNow(desk);
    const titleOf = titlesIn(desk);
    const { measure, fits, yuan, near, lacking, reach } = figureWords;
    return csvResponse(reach, [
      [measure, '', fits, yuan, near, lacking],
      ...measures.map((one) => [one.about, titleOf(one.about), one.fits, one.yuan, one.near, one.lacking]),
    ]);
  }),

  get('/office/settings', 'manage', (asked, desk) => showSettings(asked, desk)),

  post('/office/settings', 'manage', async (asked, desk) => {
    const { form, officer } = asked;
    const sent = new Map(form.entries());
    const set = await changedSettings(desk.store);
    const values = new Map<Changeable, string>();
    for (const name of CHANGEABLE) {
      const text = sent.get(name);
      // What stands there from the environment and was left so stays with the environment.
      const isAsBefore = set[name] === undefined && text?.trim() === asText(desk.settings[name]);
      if (text !== undefined && !isAsBefore) values.set(name, text);
    }
    const changed = await changeSettings(desk.store, { values, comment: form.text('comment') }, officer);
    await desk.live.refresh();
    return showSettings(asked, desk, { notice: settingWords.saved(changed) });
  }),

  post(
    '/office/settings/emblem',
    'manage',
    async (asked, desk) => {
      const { form, officer } = asked;
      const isRemoved = form.text('remove') !== '';
      const [file] = form.files('file');
      if (!file && !isRemoved) throw new UserError(settingWords.noEmblem);
      const bytes = isRemoved ? null : new Uint8Array(await file!.arrayBuffer());
      await changeEmblem(desk.store, { bytes, comment: form.text('comment') }, officer);
      await desk.live.refresh();
      return showSettings(asked, desk, {
        notice: isRemoved ? settingWords.emblemRemoved : settingWords.emblemSaved,
      });
    },
    MOST_EMBLEM_BYTES + FORM_BYTES,
  ),

  post('/office/settings/robot', 'manage', async (asked, desk) => {
    const attempt = await tryRobot(desk.store, desk.settings, asked.officer);
    if (!attempt) throw new UserError(settingWords.noRobot);
    if (attempt.kind !== 'sent') throw new UserError(settingWords.robotFailed(attempt.reason));
    return showSettings(asked, desk, { notice: settingWords.robotTold });
  }),

  post('/office/settings/mail', 'manage', async (asked, desk) => {
    const attempt = await tryMail(desk.store, desk.settings, asked.officer);
    if (!attempt) throw new UserError(settingWords.noMail);
    if (attempt.kind !== 'sent') throw new UserError(settingWords.mailFailed(attempt.reason));
    return showSettings(asked, desk, { notice: settingWords.mailTold });
  }),

  post('/office/settings/keys', 'manage', async (asked, desk) => {
    const { form, officer } = asked;
    const expires = form.text('expires');
    const perMinute = Number(form.text('rate'));
    const scopes = form.texts('scope').filter((scope) => desk.scopes.includes(scope));
    if (expires !== '' && !isDay(expires)) throw new UserError(settingWords.wrongDay);
    if (form.text('name') === '' || scopes.length === 0) throw new UserError(settingWords.keyNeeds);
    if (!Number.isInteger(perMinute) || perMinute < 1 || perMinute > 1_000_000)
      throw new UserError(settingWords.wrongRate);
    const key = { name: form.text('name'), scopes, perMinute, expiresOn: expires === '' ? null : expires };
    const { token } = await issueKey(desk.store, key, officer);
    return showSettings(asked, desk, { made: token });
  }),

  post('/office/settings/keys/revoke', 'manage', async ({ c, form, officer }, { store }) => {
    await revokeKey(store, form.text('id'), officer);
    return c.redirect('/office/settings', 303);
  }),
];
