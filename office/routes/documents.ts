/** Documents: brought in, looked over, changed, tried, signed, restored, taken off, taken along. */
import { strToU8, zipSync } from 'fflate';
import { UserError } from '../../src/contract/index.ts';
import {
  beginDraft,
  bringIn,
  casesOfDraft,
  changedAnswers,
  changedCases,
  differenceOf,
  discardDraft,
  dismissIntake,
  documentOf,
  editDraft,
  endDocument,
  listDocuments,
  listIntake,
  MOST_FILE_BYTES,
  may,
  openDraft,
  originalOf,
  previewLibrary,
  problemWords,
  questionsToTry,
  type RevisionName,
  restoreRevision,
  signDraft,
  tickDraft,
  tryEnterprise,
  tryQuestion,
} from '../../src/service/index.ts';
import { reviewWords } from '../../src/words/index.ts';
import { changeIn } from '../changes.ts';
import type { Desk } from '../desk.ts';
import { changesPage, diffPage, documentPage, documentsPage, tryPage } from '../pages/documents.ts';
import { pathOf, reviewPage } from '../pages/review.ts';
import { type Asked, type AskedByOfficer, get, post, type Route } from '../route.ts';
import { documentWords, documentNotices as notices } from '../words/documents.ts';
import { officeWords } from '../words/general.ts';

const noticeOf = ({ query }: Asked): string | null => notices[query('ok')] ?? null;
const knowledgeOf = ({ settings }: Desk): string | undefined => settings.HUIQI_KNOWLEDGE_DIR;

function revisionOf({ param }: Asked): RevisionName {
  const name = param('revision');
  if (name === 'folder') return name;
  if (!/^\d{1,9}$/u.test(name)) throw new UserError(officeWords.notFound);
  return Number(name);
}

function numberOf(asked: Asked): number {
  const revision = revisionOf(asked);
  if (revision === 'folder') throw new UserError(reviewWords.notDraft);
  return revision;
}

const draftOf = (asked: Asked, desk: Desk) =>
  openDraft(desk.store, knowledgeOf(desk), asked.param('slug'), revisionOf(asked));

const editOf = (asked: AskedByOfficer, desk: Desk) => ({
  knowledge: knowledgeOf(desk),
  slug: asked.param('slug'),
  number: numberOf(asked),
  seen: asked.form.text('seen'),
  on: desk.today(),
  comment: asked.form.text('comment'),
});

const documentAt = (slug: string): string => `/office/documents/${encodeURIComponent(slug)}`;
const UPLOAD_BYTES = 4 * MOST_FILE_BYTES;

export const documentRoutes: readonly Route[] = [
  get('/office/documents', 'see', async (asked, desk) => {
    const { c, officer } = asked;
    const documents = await listDocuments(desk.store, knowledgeOf(desk), desk.library());
    const intake = await listIntake(desk.store);
    return c.html(
      documentsPage({ officer, path: c.req.path }, { officer, documents, intake, notice: noticeOf(asked) }),
    );
  }),

  post(
    '/office/documents/upload',
    'review',
    async ({ c, form, officer }, { store }) => {
      const files = form.files('file');
      if (files.length === 0) throw new UserError(documentWords.noFile);
      for (const file of files)
        await bringIn(store, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, officer);
      return c.redirect('/office/documents?ok=uploaded', 303);
    },
    UPLOAD_BYTES,
  ),

  post('/office/documents/dismiss', 'review', async ({ c, form, officer }, { store }) => {
    await dismissIntake(store, form.text('id'), officer);
    return c.redirect('/office/documents', 303);
  }),

  get('/office/documents/:slug', 'see', async (asked, desk) => {
    const { c, officer, param } = asked;
    const found = await documentOf(desk.store, knowledgeOf(desk), param('slug'));
    return c.html(
      documentPage(
        { officer, path: c.req.path },
        { officer, slug: param('slug'), ...found, notice: noticeOf(asked) },
      ),
    );
  }),

  post('/office/documents/:slug/begin', 'review', async ({ c, form, officer, param }, desk) => {
    const slug = param('slug');
    const name = form.text('revision');
    const revision = name === 'folder' ? name : Number(name);
    const number = await beginDraft(desk.store, { knowledge: knowledgeOf(desk), slug, revision }, officer);
    return c.redirect(`${documentAt(slug)}/${number}?ok=begun`, 303);
  }),

  post('/office/documents/:slug/withdraw', 'review', async ({ c, form, officer, param }, desk) => {
    const slug = param('slug');
    const comment = form.text('comment');
    if (comment === '') throw new UserError(reviewWords.needComment);
    const deed = { knowledge: knowledgeOf(desk), slug, on: desk.today(), comment };
    await endDocument(desk.store, { ...deed, successor: null }, officer);
    return c.redirect(`${documentAt(slug)}?ok=withdrawn`, 303);
  }),

  post('/office/documents/:slug/replace', 'review', async ({ c, form, officer, param }, desk) => {
    const slug = param('slug');
    const wanted = form.text('successor');
    const next = desk
      .library()
      .knowledge.policies.find((one) => one.slug === wanted || one.number === wanted || one.title === wanted);
    if (!next || next.slug === slug) throw new UserError(reviewWords.noDocument);
    const deed = { knowledge: knowledgeOf(desk), slug, on: desk.today(), comment: form.text('comment') };
    await endDocument(desk.store, { ...deed, successor: next.number }, officer);
    return c.redirect(`${documentAt(slug)}?ok=replaced`, 303);
  }),

  get('/office/documents/:slug/:revision', 'see', async (asked, desk) => {
    const { c, officer, query } = asked;
    const draft = await draftOf(asked, desk);
    const isOpen = draft.revision !== 'folder' && (draft.state === 'draft' || draft.state === 'in-review');
    const cases = draft.policy ? casesOfDraft(knowledgeOf(desk), draft) : [];
    return c.html(
      reviewPage(
        { officer, path: c.req.path },
        {
          officer,
          draft,
          cases,
          problems: problemWords(draft),
          editable: isOpen && may(officer.role, 'review'),
          fourEyes: desk.settings.FOUR_EYES,
          notice: noticeOf(asked),
          at: query('at'),
        },
      ),
    );
  }),

  post('/office/documents/:slug/:revision/edit', 'review', async (asked, desk) => {
    const draft = await draftOf(asked, desk);
    await editDraft(
      desk.store,
      { ...editOf(asked, desk), change: changeIn(asked.form, draft) },
      asked.officer,
    );
    const at = asked.form.text('at');
    return asked.c.redirect(
      `${pathOf(draft)}?ok=saved&at=${encodeURIComponent(at)}#v-${encodeURIComponent(at)}`,
      303,
    );
  }),

  post('/office/documents/:slug/:revision/tick', 'review', async (asked, desk) => {
    const { form, officer } = asked;
    const draft = await draftOf(asked, desk);
    const [measure, benefit] = [form.text('measure'), form.text('benefit')];
    const all = casesOfDraft(knowledgeOf(desk), draft).filter(
      (one) => one.measure === measure && one.benefit === benefit,
    );
    const ticked = form.text('all') === '' ? form.texts('case') : all.map(({ words }) => words);
    await tickDraft(desk.store, { ...editOf(asked, desk), measure, benefit, ticked }, officer);
    return asked.c.redirect(`${pathOf(draft)}?ok=ticked&at=m-${measure}#v-m-${measure}`, 303);
  }),

  post('/office/documents/:slug/:revision/sign', 'review', async (asked, desk) => {
    const { FOUR_EYES: fourEyes } = desk.settings;
    const outcome = await signDraft(desk.store, { ...editOf(asked, desk), fourEyes }, asked.officer);
    const slug = documentAt(asked.param('slug'));
    return asked.c.redirect(outcome === 'signed' ? `${slug}?ok=signed` : `${slug}?ok=half`, 303);
  }),

  post('/office/documents/:slug/:revision/discard', 'review', async (asked, desk) => {
    const { slug, number, comment } = editOf(asked, desk);
    await discardDraft(desk.store, { slug, number, comment }, asked.officer);
    return asked.c.redirect('/office/documents?ok=discarded', 303);
  }),

  post('/office/documents/:slug/:revision/restore', 'review', async (asked, desk) => {
    const { seen: _, ...edit } = editOf(asked, desk);
    await restoreRevision(desk.store, edit, asked.officer);
    return asked.c.redirect(`${documentAt(edit.slug)}?ok=restored`, 303);
  }),

  get('/office/documents/:slug/:revision/try', 'see', async (asked, desk) => {
    const { c, officer, query } = asked;
    const draft = await draftOf(asked, desk);
    const [question, enterprise] = [query('q'), query('we')];
    const library = await previewLibrary(desk.store, knowledgeOf(desk), draft, desk.today());
    return c.html(
      tryPage(
        { officer, path: c.req.path },
        {
          draft,
          question,
          enterprise,
          answer: question === '' ? null : tryQuestion(library, question, desk.today()).text,
          matched:
            enterprise === ''
              ? null
              : tryEnterprise(library, { text: enterprise, slug: draft.slug }, desk.today()),
        },
      ),
    );
  }),

  get('/office/documents/:slug/:revision/changes', 'see', async (asked, desk) => {
    const { c, officer } = asked;
    const draft = await draftOf(asked, desk);
    const next = await previewLibrary(desk.store, knowledgeOf(desk), draft, desk.today());
    const now = desk.library();
    const questions = await questionsToTry(desk.store);
    const cases = changedCases(now, next, draft.slug);
    const answers = changedAnswers(now, next, questions, desk.today());
    return c.html(
      changesPage({ officer, path: c.req.path }, { draft, cases, answers, asked: questions.length }),
    );
  }),

  get('/office/documents/:slug/:revision/diff', 'see', async (asked, desk) => {
    const { c, officer, query, param } = asked;
    const draft = await draftOf(asked, desk);
    const other = query('with') === 'folder' ? 'folder' : Number(query('with'));
    const before = await openDraft(desk.store, knowledgeOf(desk), param('slug'), other);
    const parts = ['source.txt', 'policy.yaml', 'cases.yaml'].map((name) => ({
      name,
      lines: differenceOf(before.files[name] ?? '', draft.files[name] ?? ''),
    }));
    return c.html(diffPage({ officer, path: c.req.path }, draft, parts));
  }),

  get('/office/documents/:slug/:revision/export', 'see', async (asked, desk) => {
    const draft = await draftOf(asked, desk);
    const original =
      draft.revision === 'folder' ? null : await originalOf(desk.store, draft.slug, draft.revision);
    const files = Object.fromEntries(
      Object.entries(draft.files).map(([name, text]) => [`${draft.slug}/${name}`, strToU8(text)]),
    );
    const zip = zipSync({
      ...files,
      // As it is: what came is packed already, or large, and packing a large one holds everybody up.
      ...(original && { [`${draft.slug}/${original.name}`]: [original.bytes, { level: 0 }] }),
    });
    return asked.c.body(new Uint8Array(zip), 200, {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(draft.slug)}.zip`,
    });
  }),
];
