/**
 * '…按费用的50%补助；获评省级的，另奖励30万元': what a sentence gives beside what the one before it gives. Who gets both gets one sum. Inside a
 * sentence of one who gets a plain sum (其中…再) the addition is a row of its own already.
 */
import { comesOnTop } from './additions.ts';
import type { DraftBenefit, Together } from './draft.ts';
import type { Grant } from './grant.ts';
import { FOR_NOBODY } from './hazards.ts';
import { isOfItself } from './of-itself.ts';
import { type Passage, slice, sourceSpan } from './passage.ts';
import { literalText } from './pay-limits.ts';
import type { Limit, Payment } from './payment.ts';

/** So near before the sum. */
const NEAR = 18;
const OPENS = /(?:^|[，；])(?<how>同时|此外|另外|并)(?!符合|满足|具备|达到|取得|缴|参加|通过|在)/u;
/** 在上述标准基础上每张增加2000元 */
const INCREASED = /(?:标准|基础)上[^，；]*(?:增加|提高|上浮)$/u;
const ALONE = /另(?!外)/u;
/** 另对年演出超过50场的，给予… */
const OPENS_ALONE = /(?:^|[，；])另(?=对)/u;

/** Each draft that comes beside those before it is told so; `groups`: what each of them was made of. */
export function linkTogether(
  groups: readonly (readonly Grant[])[],
  drafts: readonly DraftBenefit[],
  measure: Passage,
): void {
  for (const [i, draft] of drafts.entries()) {
    const own = groups[i]!;
    if (i === 0) continue;
    const cue = besideHow(own[0]!, groups[i - 1]!.at(-1)!);
    const of = cue === null && isOfItself(i, groups, drafts) ? ofWhatBefore(draft, drafts[i - 1]!) : null;
    const how = cue ?? (of === null ? null : of.length > 0 ? 'with' : 'beside');
    if (how === null) continue;
    const bases = how === 'each' ? alternativesBefore(i, groups) : [firstOf(i - 1, drafts)];
    const carried = [...(of ?? []), ...wordsAsked(groups[i - 1]!)];
    const added =
      how === 'with' || how === 'each' ? withoutCarried(draft, carried, drafts[bases[0]!]!) : draft;
    draft.together = bases
      .filter((at) => canBeAdded(added, drafts[at]!))
      .map((at): Together => {
        const all = groups.slice(at, i + 1).flat();
        const from = Math.min(...all.map((grant) => grant.from));
        const part = slice(measure, from, closedAt(measure, Math.max(...all.map(({ to }) => to))));
        return {
          base: drafts[at]!,
          added,
          quote: part.text,
          span: sourceSpan(part),
          apart: how === 'apart' || how === 'beside',
          reason: how === 'beside' ? BOTH : null,
          capAll: limitOfAll(own, groups[at]!),
        };
      });
  }
}

const wordsAsked = ([first]: readonly Grant[]): string[] =>
  [...first!.conditions.flags, ...first!.conditions.bounds].map(({ words }) => words);

/** A heading, and what is asked with the base already; what is counted is counted of who gets that. */
function withoutCarried(draft: DraftBenefit, carried: readonly string[], base: DraftBenefit): DraftBenefit {
  const flags = draft.flags.filter(({ end, words }) => end > 0 && !carried.includes(words));
  const who = flags.length > 0 ? draft.who : (base.flags.find(({ not }) => !not)?.words ?? draft.who);
  const bounds = draft.bounds.filter(({ words }) => !carried.includes(words));
  const reasons = draft.reasons.filter((reason) => reason !== FOR_NOBODY);
  const grade = reasons.length === draft.reasons.length ? draft.grade : reasons.length > 0 ? 'B' : 'A';
  return { ...draft, who, flags, bounds, grade, reasons };
}

/** '因质押融资产生的评估费', '由此发生的检测费': words of the second that only point to what the first is for. */
function ofWhatBefore({ flags, quote }: DraftBenefit, base: DraftBenefit): string[] {
  const asked = base.flags.map(({ words }) => words).join();
  return flags.flatMap(({ words }) => {
    const bare = words.replace(/^[因由]/u, '');
    const points =
      COMES_FROM.some((deed) => quote.includes(`${words}${deed}`) || quote.includes(`${words}而${deed}`)) &&
      (bare === '此' || shareTwo(bare, asked));
    return points ? [words] : [];
  });
}

const COMES_FROM = ['发生', '产生', '形成', '支付', '缴纳'];
const shareTwo = (words: string, text: string): boolean =>
  Array.from({ length: Math.max(0, words.length - 1) }, (_, i) => words.slice(i, i + 2)).some((two) =>
    text.includes(two),
  );

/** The one that the one before comes beside, or itself. */
const firstOf = (at: number, drafts: readonly DraftBenefit[]): number => {
  const [link] = drafts[at]!.together;
  return link ? drafts.indexOf(link.base) : at;
};

/** 新建的…；改建的…。其中…在上述标准基础上: each of the sentence before. */
const alternativesBefore = (at: number, groups: readonly (readonly Grant[])[]): number[] => {
  const { sentence } = groups[at - 1]![0]!.limb;
  return groups.slice(0, at).flatMap(([first], i) => (first!.limb.sentence === sentence ? [i] : []));
};

const closedAt = ({ text }: Passage, to: number): number => (/[。！]/u.test(text[to] ?? '') ? to + 1 : to);

/** Null where nothing says that it comes on top. */
function besideHow(
  { limb, payments: [first], conditions }: Grant,
  before: Grant,
): 'with' | 'apart' | 'each' | null {
  if (limb.part !== before.limb.part || limb.aside) return null;
  const text = limb.plain.text.slice(0, first!.start);
  const opening = limb === before.limb ? text.slice(before.payments.at(-1)!.end) : text;
  const near = opening.slice(-NEAR);
  const follows = limb.sentence === before.limb.sentence || limb === before.limb;
  if (INCREASED.test(opening)) return 'each';
  if (comesOnTop(near)) {
    const isAlone = ALONE.test(near) && conditions.flags.length + conditions.bounds.length > 0;
    // In a sentence of its own 再 may speak of anything before it.
    return isAlone ? 'apart' : follows ? 'with' : null;
  }
  if (OPENS_ALONE.test(opening)) return 'apart';
  return follows && OPENS.test(opening) ? 'with' : null;
}

const BOTH = '两笔都符合的，按合计理解';
/** A plain amount that nothing leaves open. */
const isSure = ({ form, mark, atMost, atLeast, kept, year, caps }: Payment): boolean =>
  mark !== null &&
  caps.every(({ per }) => per !== 'unit') &&
  year === null &&
  !atMost &&
  !atLeast &&
  !kept &&
  ['yuan', 'share', 'each', 'kinds', 'step', 'monthly', 'interest'].includes(form);

function canBeAdded(draft: DraftBenefit, base: DraftBenefit): boolean {
  const both = [draft, base];
  return (
    both.every(
      ({ grade, discretionary, pool, rows }) =>
        grade !== 'C' &&
        discretionary === null &&
        pool === null &&
        rows.every(({ payment }) => isSure(payment)),
    ) &&
    draft.audience === base.audience &&
    draft.vague === null &&
    draft.rows.length === 1 &&
    draft.rows[0]!.payment.beside === null &&
    draft.until === base.until &&
    (draft.during === null || draft.during.from === base.during?.from)
  );
}

/** 每家机构每年最高40万元 behind both, and 补助总额 within the second: of the two together. */
function limitOfAll(own: readonly Grant[], base: readonly Grant[]): Together['capAll'] {
  const stated = new Set(limitsOf(base));
  const marks = new Set(own.flatMap((grant) => grant.composed.marks));
  const shared = limitsOf(own).find(
    (limit) => stated.has(limit) || !marks.has(limit.mark) || /总额|合计|累计/u.test(limit.mark.phrase),
  );
  return shared ? { at: literalText(shared.mark.figure.text), per: shared.per } : null;
}

const limitsOf = (grants: readonly Grant[]): Limit[] =>
  grants.flatMap(({ payments }) => payments.flatMap(({ caps }) => caps));
