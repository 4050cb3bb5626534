/** Policies told to those whom they fit and who want to hear of them. */
import { standingOn } from '../../src/policy/index.ts';
import { previewPush, pushOutcomes, sendPush } from '../../src/service/index.ts';
import { csvResponse } from '../csv.ts';
import type { Desk } from '../desk.ts';
import { listRows, pushPage } from '../pages/push.ts';
import { type Asked, get, post, type Route } from '../route.ts';
import { pushPageWords as words } from '../words/push.ts';
import { xlsxOf } from '../xlsx.ts';

/** Measures that grant something, of documents that still do anything. */
const measuresIn = (desk: Desk) =>
  desk
    .library()
    .knowledge.policies.filter((policy) => standingOn(policy, desk.today()).state !== 'expired')
    .flatMap(({ measures }) => measures.filter(({ benefits }) => benefits.length > 0));

const preview = ({ query }: Asked, desk: Desk) =>
  previewPush(desk.store, { library: desk.library(), about: query('about'), today: desk.today() });

export const pushRoutes: readonly Route[] = [
  get('/office/push', 'review', async (asked, desk) => {
    const { c, officer, query } = asked;
    const about = query('about');
    return c.html(
      pushPage(
        { officer, path: c.req.path },
        {
          officer,
          measures: measuresIn(desk).map(({ id, title }) => ({ id, title })),
          about,
          preview: about === '' ? null : await preview(asked, desk),
          outcomes: about === '' ? {} : await pushOutcomes(desk.store, about),
          notice: query('ok') === 'sent' ? words.sent : null,
        },
      ),
    );
  }),

  post('/office/push', 'manage', async ({ c, form, officer }, desk) => {
    const about = form.text('about');
    const { PUSH_FROM: from, PUSH_UNTIL: until } = desk.settings;
    const push = { library: desk.library(), about, today: desk.today(), daytime: { from, until } };
    await sendPush(desk.store, push, officer);
    return c.redirect(`/office/push?ok=sent&about=${encodeURIComponent(about)}`, 303);
  }),

  get('/office/push/list.csv', 'review', async (asked, desk) =>
    csvResponse(words.list, listRows(await preview(asked, desk))),
  ),

  get('/office/push/list.xlsx', 'review', async (asked, desk) =>
    asked.c.body(xlsxOf(words.list, listRows(await preview(asked, desk))), 200, {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(words.list)}.xlsx`,
    }),
  ),
];
