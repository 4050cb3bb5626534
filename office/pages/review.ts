/** The page where a draft is looked over: the source on the left, what was read of it on the right. */
import { html } from 'hono/html';
import { type Draft, HEAD_FIELDS, type Session, toCheck } from '../../src/service/index.ts';
import { documentWords as words } from '../words/documents.ts';
import { officeWords } from '../words/general.ts';
import { type Frame, layout, type Piece, token } from './layout.ts';
import { marksOf, piecesOf } from './marks.ts';
import { factOptions, ruleForms, ruleInWords } from './rule.ts';

export interface RuleCaseView {
  measure: string;
  benefit: string;
  words: string;
  ticked: { by: string; on: string } | null;
}

export interface ReviewView {
  officer: Session;
  draft: Draft;
  cases: readonly RuleCaseView[];
  problems: readonly string[];
  /** The officer may change it, and it can be changed. */
  editable: boolean;
  fourEyes: boolean;
  notice: string | null;
  /** Of the value that was just changed: it stays open. */
  at: string;
}

export const pathOf = ({ slug, revision }: Pick<Draft, 'slug' | 'revision'>): string =>
  `/office/documents/${encodeURIComponent(slug)}/${revision}`;

export function reviewPage(frame: Frame, view: ReviewView): Piece {
  const { draft, officer, problems, notice } = view;
  const { policy } = draft;
  const path = pathOf(draft);
  return layout(frame, {
    title: policy?.title ?? draft.slug,
    notice,
    wide: true,
    body: html`<p><a href="/office/documents/${encodeURIComponent(draft.slug)}">${policy?.number ?? draft.slug}</a>　${words.revision(draft.revision)}　<span class="badge">${words.states[draft.state]}</span>　<span class="${toCheck(draft) > 0 ? 'warn' : 'good'}">${words.toCheck(toCheck(draft))}</span></p>
<p class="actions"><a class="button" href="${path}/try">${words.try}</a><a class="button" href="${path}/changes">${words.changes}</a><a class="button" href="${path}/export">${words.export}</a></p>
${problems.length > 0 ? html`<details class="fault" open><summary>${words.problems}（${problems.length}）</summary><ul>${problems.slice(0, 20).map((problem) => html`<li>${problem}</li>`)}</ul></details>` : ''}
<div class="review">
<section class="source" aria-label="${words.source}" tabindex="0"><pre>${sourceHtml(draft)}</pre></section>
<div class="values">
${policy ? html`${reviewItems(view)}${measures(view, true)}${headFields(view)}${measures(view, false)}${ownFacts(view)}${relationForms(view)}${tools(view)}` : html`<p class="fault">${words.notReadable}</p>`}
${view.editable ? signForm(view) : ''}
${view.editable ? html`<form method="post" action="${path}/discard">${token(officer)}<button class="danger">${words.discard}</button></form>` : ''}
</div></div>`,
  });
}

function sourceHtml(draft: Draft): Piece {
  return html`${piecesOf(draft.source, marksOf(draft)).map(({ text, keys, begins }) =>
    keys.length === 0
      ? text
      : html`${begins.slice(1).map((key) => html`<a id="s-${key}"></a>`)}<a ${begins[0] ? html`id="s-${begins[0]}"` : ''} data-for="${keys.join(' ')}" href="#v-${keys[0]}">${text}</a>`,
  )}`;
}

/** What every form that changes the draft carries. */
const hidden = (
  { officer, draft }: ReviewView,
  kind: string,
  at: string,
  more: Record<string, string> = {},
): Piece =>
  html`${token(officer)}<input type="hidden" name="seen" value="${draft.seen}"><input type="hidden" name="kind" value="${kind}"><input type="hidden" name="at" value="${at}">${Object.entries(more).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;

const quoteField = (quote: string): Piece =>
  html`<label>${words.quote}<textarea name="quote" data-marks rows="2">${quote}</textarea></label>`;

const source = (key: string): Piece =>
  html`<a class="see" href="#s-${key}" data-lights="${key}">${words.seeSource}</a>`;

const isHeadField = (field: string): field is (typeof HEAD_FIELDS)[number] =>
  (HEAD_FIELDS as readonly string[]).includes(field);

function fieldForm(view: ReviewView, field: string, key: string, value: string, quote: string): Piece {
  const isDay = ['issued', 'validFrom', 'validUntil', 'applicationDeadline'].includes(field);
  const label = isDay ? words.dayValue : field === 'place' ? words.placeValue : words.value;
  const action = `${pathOf(view.draft)}/edit`;
  return html`<form class="stack" method="post" action="${action}">${hidden(view, 'field', key, { field })}
<label>${label}<input name="value" value="${value}" autocomplete="off" ${isDay ? html`inputmode="numeric" placeholder="2026-06-30"` : ''}></label>
${field === 'place' ? '' : quoteField(quote)}
<span><button>${words.confirm}</button></span></form>`;
}

/** 待核, first of all. */
function reviewItems(view: ReviewView): Piece | string {
  const { draft, editable } = view;
  const items = draft.policy!.review;
  if (items.length === 0) return '';
  return html`<h2>${words.needsYou}</h2>${items.map(({ field, value, reason, span }, i) => {
    const key = `review-${i}`;
    const quote = span ? draft.source.slice(span.start, span.end) : '';
    const number = /^measures\.(?<number>[\d-]+)/u.exec(field)?.groups?.number;
    const name = words.fields[field] ?? (number ? words.measure(number) : field);
    return html`<div class="value open" id="v-${key}">${span ? source(key) : ''}<details open><summary>${name}</summary>
${value ? html`<p>${words.read(value)}</p>` : ''}<p class="muted">${words.why(reason)}</p>
${editable && isHeadField(field) ? fieldForm(view, field, key, value ?? '', quote) : ''}
${editable && number && field.endsWith('.responsible') ? measureForm(view, number, value?.split(/[、，,；;]/u) ?? []) : ''}
${editable ? html`<form method="post" action="${pathOf(draft)}/edit">${hidden(view, 'reviewed', 'needs', { field })}<button>${words.leaveOut}</button></form>` : ''}
</details></div>`;
  })}`;
}

function headFields(view: ReviewView): Piece {
  const { draft, editable, at } = view;
  const policy = draft.policy!;
  const values: Record<(typeof HEAD_FIELDS)[number], { value: string | null; quote: string }> = {
    number: { value: draft.data.document ?? null, quote: '' },
    title: { value: draft.data.title ?? null, quote: '' },
    issuer: { value: policy.issuer, quote: '' },
    place: { value: policy.places.join('、') || null, quote: '' },
    issued: { value: policy.issued?.day ?? null, quote: policy.issued?.quote ?? '' },
    validFrom: { value: policy.validFrom?.day ?? null, quote: policy.validFrom?.quote ?? '' },
    validUntil: { value: policy.validUntil?.day ?? null, quote: policy.validUntil?.quote ?? '' },
    applicationDeadline: { value: policy.applyBy?.day ?? null, quote: policy.applyBy?.quote ?? '' },
    explained: { value: policy.explained?.by ?? null, quote: policy.explained?.quote ?? '' },
  };
  return html`<h2>${words.head}</h2>${HEAD_FIELDS.map((field) => {
    const { value, quote } = values[field];
    return html`<div class="value" id="v-${field}">${value && field !== 'place' ? source(field) : ''}<details ${at === field ? html`open` : ''}><summary>${words.fields[field]}：<b>${value ?? words.notStated}</b></summary>
${quote ? html`<blockquote>${quote}</blockquote>` : ''}${editable ? fieldForm(view, field, field, value ?? '', quote) : ''}</details></div>`;
  })}
<details class="value" id="v-names" ${at === 'names' ? html`open` : ''}><summary>${words.names}：${draft.policy!.names.length}</summary>
${editable ? listForm(view, 'names', 'names', 'names', words.names, draft.policy!.names) : html`<p>${draft.policy!.names.join('、')}</p>`}</details>`;
}

const listForm = (
  view: ReviewView,
  kind: string,
  at: string,
  name: string,
  label: string,
  list: readonly string[],
  more: Record<string, string> = {},
): Piece => html`<form class="stack" method="post" action="${pathOf(view.draft)}/edit">${hidden(view, kind, at, more)}
<label>${label}<textarea name="${name}" rows="${Math.min(8, list.length + 2)}">${list.join('\n')}</textarea></label><span><button>${words.confirm}</button></span></form>`;

function measureForm(view: ReviewView, number: string, responsible: readonly string[]): Piece {
  const title = view.draft.data.measures?.[number]?.title ?? '';
  return html`<form class="stack" method="post" action="${pathOf(view.draft)}/edit">${hidden(view, 'measure', `m-${number}`, { number })}
<label>${words.titleField}<input name="title" value="${title}" autocomplete="off"></label>
<label>${words.responsible}<textarea name="responsible" rows="${Math.min(6, responsible.length + 1)}">${responsible.join('\n')}</textarea></label>
<span><button>${words.confirm}</button></span></form>`;
}

const needsPerson = ({ benefits }: { benefits: readonly { drafted: { grade: string } | null }[] }): boolean =>
  benefits.some(({ drafted }) => drafted !== null && drafted.grade !== 'A');

/** A document of hundreds of rules shows the forms of the one that is looked at: all of them would be a page of megabytes. */
const MOST_WITH_FORMS = 60;
const showsForms = ({ draft, at, editable }: ReviewView, key: string): boolean =>
  editable &&
  (at === key ||
    (draft.policy?.measures.reduce((sum, { benefits }) => sum + 1 + benefits.length, 0) ?? 0) <=
      MOST_WITH_FORMS);

const openLink = ({ draft }: ReviewView, key: string): Piece =>
  html`<p><a class="button" href="${pathOf(draft)}?at=${key}#v-${key}">${words.change}</a></p>`;

/** Those with a rule of grade C or B, or the others. */
function measures(view: ReviewView, urgent: boolean): Piece {
  const { draft, editable, at } = view;
  const chosen = draft.policy!.measures.filter((measure) => needsPerson(measure) === urgent);
  if (chosen.length === 0) return html``;
  return html`<h2>${urgent ? words.measuresToCheck : words.measuresRead}</h2>${chosen.map((measure) => {
    const { number, title, responsible, aliases, benefits } = measure;
    const key = `m-${number}`;
    const isOpen = urgent || at === key || at.startsWith(`b-${number}-`);
    return html`<div class="value ${urgent ? 'open' : ''}" id="v-${key}">${source(key)}<details ${isOpen ? html`open` : ''}><summary>${words.measure(number)} <b>${title}</b>${responsible.length > 0 ? html` <span class="muted">${responsible.join('、')}</span>` : ''}</summary>
${benefits.map((_, i) => benefitHtml(view, number, i))}
${
  showsForms(view, key)
    ? html`<details class="value" ${at === key ? html`open` : ''}><summary>${words.tools}</summary>${measureForm(view, number, responsible)}
${listForm(view, 'aliases', key, 'aliases', words.aliases, aliases, { number })}
<form class="stack" method="post" action="${pathOf(draft)}/edit">${hidden(view, 'benefit-add', key, { number })}<h3>${words.addBenefit}</h3><label>${words.name}<input name="name" required autocomplete="off"></label>${quoteField('')}<label>${words.yuan}<input name="yuan" autocomplete="off"></label><span><button>${words.addBenefit}</button></span></form>
<form class="stack" method="post" action="${pathOf(draft)}/edit">${hidden(view, 'measure-split', key, { number })}<h3>${words.split}</h3>${quoteField('')}<label>${words.secondNumber}<input name="second" required autocomplete="off"></label><span><button>${words.split}</button></span></form>
<div class="actions"><form method="post" action="${pathOf(draft)}/edit">${hidden(view, 'measure-join', key, { number })}<button>${words.join}</button></form>
<form method="post" action="${pathOf(draft)}/edit">${hidden(view, 'measure-remove', 'needs', { number })}<button class="danger">${words.removeMeasure}</button></form></div></details>`
    : editable
      ? openLink(view, key)
      : ''
}
</details></div>`;
  })}`;
}

function benefitHtml(view: ReviewView, number: string, index: number): Piece {
  const { draft, officer, editable, at } = view;
  const benefit = draft.policy!.measures.find((one) => one.number === number)!.benefits[index]!;
  const rule = draft.data.measures?.[number]?.benefits?.[index] ?? {};
  const key = `b-${number}-${index}`;
  const action = `${pathOf(draft)}/edit`;
  const cases = view.cases.filter((one) => one.measure === number && one.benefit === benefit.benefit);
  return html`<section class="value ${benefit.drafted && benefit.drafted.grade !== 'A' ? 'open' : ''}" id="v-${key}">${source(key)}<h3>${benefit.benefit}</h3>
<p class="muted">${benefit.drafted ? words.grade[benefit.drafted.grade] : words.byHand}</p>
${benefit.drafted && benefit.drafted.reasons.length > 0 ? html`<ul>${benefit.drafted.reasons.map((reason) => html`<li>${reason}</li>`)}</ul>` : ''}
<blockquote>${benefit.quote}</blockquote>
${ruleInWords(rule, draft.facts)}
${cases.length > 0 ? casesForm(view, number, benefit.benefit, cases) : ''}
${
  showsForms(view, key)
    ? html`<details ${at === key ? html`open` : ''}><summary>${words.rule}：${words.review}</summary>
<form class="stack" method="post" action="${action}">${hidden(view, 'benefit-quote', key, { number, index: String(index) })}<label>${words.name}<input name="name" value="${benefit.benefit}" autocomplete="off"></label>${quoteField(benefit.quote)}<span><button>${words.confirm}</button></span></form>
${ruleForms({ officer, draft, action, measure: number, index })}
<form method="post" action="${action}">${hidden(view, 'benefit-remove', `m-${number}`, { number, index: String(index) })}<button class="danger">${words.removeBenefit}</button></form></details>`
    : editable
      ? openLink(view, key)
      : ''
}
</section>`;
}

function casesForm(
  view: ReviewView,
  measure: string,
  benefit: string,
  cases: readonly RuleCaseView[],
): Piece {
  const { officer, draft, editable } = view;
  return html`<form class="ticks" method="post" action="${pathOf(draft)}/tick">${token(officer)}<input type="hidden" name="seen" value="${draft.seen}"><input type="hidden" name="measure" value="${measure}"><input type="hidden" name="benefit" value="${benefit}">
<fieldset><legend>${words.cases}</legend>${cases.map(
    ({ words: said, ticked }) =>
      html`<label><input type="checkbox" name="case" value="${said}" ${ticked ? html`checked` : ''} ${editable ? '' : html`disabled`}><span>${said}${ticked ? html` <span class="muted">${words.ticked(ticked.by, ticked.on)}</span>` : ''}</span></label>`,
  )}</fieldset>${editable ? html`<span class="actions"><button>${words.tick}</button>${cases.some(({ ticked }) => ticked === null) ? html`<button name="all" value="yes">${words.tickAll}</button>` : ''}</span>` : ''}</form>`;
}

function ownFacts(view: ReviewView): Piece | string {
  const { draft, editable } = view;
  const own = Object.entries(draft.data.facts ?? {});
  if (own.length === 0) return '';
  const shared = new Map([...draft.facts].filter(([name]) => !own.some(([mine]) => mine === name)));
  const action = `${pathOf(draft)}/edit`;
  return html`<h2>${words.facts}</h2>${own.map(
    ([name, fact]) => html`<details class="value" id="v-f-${name}"><summary>${name}</summary>
${
  editable
    ? html`<form class="row" method="post" action="${action}">${hidden(view, 'fact-question', `f-${name}`, { fact: name })}<label>${words.question}<input name="question" size="40" value="${String(fact.question ?? '')}" autocomplete="off"></label><button>${words.confirm}</button></form>
<form class="row" method="post" action="${action}">${hidden(view, 'fact-join', 'needs', { fact: name })}<label>${words.shared}<select name="shared">${factOptions(shared, '')}</select></label><button>${words.joinFact}</button></form>`
    : html`<p>${String(fact.question ?? '')}</p>`
}</details>`,
  )}`;
}

const RELATION_KINDS = ['废止', '替代', '修订', '配套细则', '依据', '转发'];

function relationForms(view: ReviewView): Piece {
  const { draft, editable } = view;
  const relations = draft.policy!.relations;
  return html`<h2>${words.relations}</h2><ul>${relations.map(
    ({ kind, document, title, quote }, i) =>
      html`<li>${kind} ${document ?? title ?? ''}　<q>${quote}</q>${
        editable
          ? html` <form method="post" action="${pathOf(draft)}/edit">${hidden(view, 'relation-remove', 'relations', { index: String(i) })}<button class="plain">${words.removePart}</button></form>`
          : ''
      }</li>`,
  )}</ul>
${
  editable
    ? html`<details class="value" id="v-relations"><summary>${words.addRelation}</summary><form class="stack" method="post" action="${pathOf(draft)}/edit">${hidden(view, 'relation-add', 'relations')}
<label>${words.relationKind}<select name="relation">${RELATION_KINDS.map((kind) => html`<option>${kind}</option>`)}</select></label>
<label>${words.relationTo}<input name="document" autocomplete="off"></label>${quoteField('')}<span><button>${words.addRelation}</button></span></form></details>`
    : ''
}`;
}

function tools(view: ReviewView): Piece | string {
  if (!view.editable) return '';
  return html`<details class="value" id="v-add" ${view.at === 'add' ? html`open` : ''}><summary>${words.addMeasure}</summary><p>${words.addHint}</p><form class="stack" method="post" action="${pathOf(view.draft)}/edit">${hidden(view, 'measure-add', 'add')}
<label>${words.number}<input name="number" required autocomplete="off"></label><label>${words.titleField}<input name="title" autocomplete="off"></label>${quoteField('')}<span><button>${words.addMeasure}</button></span></form>
<form class="stack" method="post" action="${pathOf(view.draft)}/edit">${hidden(view, 'clause-add', 'add')}${quoteField('')}<span><button>${words.addClause}</button></span></form></details>`;
}

function signForm(view: ReviewView): Piece {
  const { draft, officer, fourEyes } = view;
  return html`<section class="panel" id="sign"><h2>${words.sign}</h2><p class="muted">${fourEyes ? words.fourEyes : words.signHint}</p>
<form class="stack" method="post" action="${pathOf(draft)}/sign">${token(officer)}<input type="hidden" name="seen" value="${draft.seen}">
<label>${officeWords.comment}<textarea name="comment" rows="2"></textarea></label><span><button class="first">${words.sign}</button></span></form></section>`;
}
