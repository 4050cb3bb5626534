/** Drafts of one invented measure in one line each, for tables: `A 新认定的瞪羚企业 | 营业收入≥2000万元 → 20万元`. */
import { type DraftBenefit, draftDocument } from '../../src/drafting/index.ts';

const SIGNS = { atLeast: '≥', over: '>', atMost: '≤', under: '<', between: '∈', is: '=' } as const;

export function draft(text: string): DraftBenefit[] {
  const measure = { number: '1', title: '标题', text, span: { start: 0, end: text.length } };
  return draftDocument(text, [measure], { issued: '2030-01-01' }).get('1')!;
}

export const say = (text: string): string[] => draft(text).map(sayDraft);

export function sayDraft({
  grade,
  bounds,
  flags,
  either,
  shutOut,
  rows,
  vague,
  difference,
}: DraftBenefit): string {
  const conditions = [
    ...bounds.map(sayBound),
    ...flags.map(sayFlag),
    ...either.map((any) => `(${any.map(sayAlternative).join(' | ')})`),
    ...shutOut.map((bound) => `非 ${sayBound(bound)}`),
    ...(vague ? [vague] : []),
  ];
  return `${grade} ${conditions.join(' & ')} → ${rows.map(sayRow).join(' / ')}${difference ? ' less what was had' : ''}`;
}

const sayBound = ({ label, comparator, literals }: DraftBenefit['bounds'][number]): string =>
  `${label}${SIGNS[comparator]}${literals.join('-')}`;

const sayAlternative = ({ bounds, flags }: DraftBenefit['either'][number][number]): string =>
  [...bounds.map(sayBound), ...flags.map(sayFlag)].join(' & ');

const sayFlag = ({ words, or, not }: DraftBenefit['flags'][number]): string =>
  `${or ? '或 ' : ''}${not ? '非 ' : ''}${words}`;

function sayRow({ payment, bounds, flags }: DraftBenefit['rows'][number]): string {
  const { form, mark, base, per, caps, floor, atMost, kept, step, item, year, monthly, plus, most } = payment;
  const { raisedBy, piece, pieces, within } = payment;
  const when = [
    ...bounds.map(({ comparator, literals }) => `${SIGNS[comparator]}${literals.join('-')}`),
    ...flags.map(sayFlag),
    ...(item ? [item.items.names[item.index]!] : []),
    ...(year ? [year] : []),
  ];
  const cut = ({ mark: rate, piece: bound }: typeof payment): string =>
    `${bound ? `${bound.side} ${bound.written} ` : ''}${rate?.figure.text}`;
  const parts = [
    form,
    payment.kinds
      ? payment.kinds.map((kind) => `${kind.mark.figure.text} of ${kind.noun}`).join(', ')
      : pieces.length > 0
        ? pieces.map(cut).join(', ')
        : piece
          ? cut(payment)
          : mark?.figure.text,
    payment.beside ? `on top of ${payment.beside.figure.text}` : null,
    raisedBy ? `raised ${raisedBy.figure.text}` : null,
    within ? `within ${within.mark.figure.text.replace(/^[^\d]+/u, '')} of ${within.base}` : null,
    atMost ? '至多' : null,
    kept ? '仍收' : null,
    plus ? `plus ${plus.figure.text}` : null,
    most ? `at most ${most.figure.text.replace(/^最多\p{Script=Han}*?(?=[\d两])/u, '')}` : null,
    monthly ? `monthly ${monthly.most?.figure.text ?? ''}`.trim() : null,
    base ? `of ${base}` : null,
    step ? `step ${step.figure.text}` : per && form === 'each' ? `per ${per.unit}${per.noun}` : null,
    ...caps.map(
      (cap) => `cap ${cap.mark.figure.text.replace(/^[^\d]+/u, '')}${cap.per ? ` ${cap.per}` : ''}`,
    ),
    floor ? `floor ${floor.figure.text.replace(/^[^\d]+/u, '')}` : null,
  ];
  return `${when.length > 0 ? `[${when.join(' ')}] ` : ''}${parts.filter((part) => part != null).join(' ')}`;
}
