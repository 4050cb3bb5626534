/** '三、申报条件' beside '四、补助标准': who gets the grant stands under a heading or a label of its own. */

import { readFigures } from '../figures/index.ts';
import { withoutApplying } from './applying.ts';
import type { Alternative, Flag } from './condition.ts';
import { cut, type Limb } from './cut.ts';
import { isGeneral, kindOfClause } from './document-clauses.ts';
import type { Defining, DraftBenefit } from './draft.ts';
import { alternativeOf, LISTED_APART } from './listed-conditions.ts';
import { type Passage, sourceSpan } from './passage.ts';

/** Headings and labels under which conditions stand that a grant elsewhere does not repeat; who may apply at all is presumed. */
const CONDITIONS = /受理范围|申报条件|申请条件|资助条件|补贴条件|奖励条件|支持条件|申领条件/u;
/** Under these stands who gets it, or only how to apply. */
const REQUIREMENTS = /申报要求|时间要求/u;
const HEADS = new RegExp(`${CONDITIONS.source}|${REQUIREMENTS.source}`, 'u');
/** 三、申报条件及要求 is a heading; an article without one begins with its sentence: 企业同时符合多项奖励条件的，…. */
const isSentence = (title: string): boolean => /[，。；]|的$/u.test(title);
const isHeading = (title: string): boolean => CONDITIONS.test(title) && !isSentence(title);
const isLoose = (title: string): boolean => REQUIREMENTS.test(title) && !isSentence(title);
const ANY_ONE = /之一|任[意何]?一[项条]/u;
/** '有下列情形之一的，不得申报：' heads what shuts out. */
const SHUTS_OUT =
  /(?:不得|不予|不能|不可|不再|不)(?:给予|予以)?(?:申报|申请|推荐|受理|支持|资助|享受|奖励|补助|纳入)[^，。；]{0,12}[：:]$/u;

/** What the list asks is asked of every grant that it stands beside; what of it cannot be read stays vague until said, and what shuts out is presumed not to be. */
export function askElsewhere(
  measures: readonly { number: string; title: string }[],
  passages: readonly Passage[],
  drafts: ReadonlyMap<string, DraftBenefit[]>,
  ref: string | null,
): void {
  const titled = [isHeading, isLoose]
    .map((fits) => measures.findIndex(({ title }) => fits(title)))
    .find((at) => at >= 0);
  const lists = passages.flatMap((passage, i): ConditionList[] => {
    const { number, title } = measures[i]!;
    const limbs = cut(passage);
    if (i === titled) return [{ from: number, name: title, limbs, about: null }];
    const about = (drafts.get(number) ?? []).length === 0 ? listedOf(limbs[0]?.plain.text ?? '') : null;
    return about === null ? [] : [{ from: number, name: '下列条件', limbs, about }];
  });
  for (const [i, { number, title }] of measures.entries()) {
    const own = labelled(cut(passages[i]!));
    for (const draft of drafts.get(number) ?? []) {
      const others = lists.filter(
        ({ about }) => (own === null || about !== null) && `${title}${draft.quote}`.includes(about ?? ''),
      );
      for (const list of own ? [{ ...own, from: '', about: null }, ...others] : others)
        ask(draft, list, list.from === number, ref);
    }
  }
}

interface ConditionList {
  /** The measure that it stands in. */
  from: string;
  name: string;
  /** null: several lists, and nobody says which is whose. */
  limbs: readonly Limb[] | null;
  /** What has to be spoken of for it to be asked; null: it is asked of all. */
  about: string | null;
}

/** `isOwn`: a heading that names conditions and sums at once does not say which is which. */
function ask(draft: DraftBenefit, list: ConditionList, isOwn: boolean, ref: string | null): void {
  const asked = isOwn
    ? null
    : list.limbs && readList(list.limbs, !CONDITIONS.test(list.name) && list.about === null, ref);
  if (asked === null) draft.vague ??= HEADS.exec(list.name)?.[0] ?? list.name;
  else draft.defined.push(...asked.filter(({ span }) => isApart(span, draft.span)));
  const shut = list.limbs ? shutOutBy(list.limbs) : [];
  draft.leftOut.push(...shut.filter((words) => !draft.leftOut.includes(words)));
}

/** '申报冷链补助的项目应当同时符合下列条件：' → 冷链; empty where it is asked of whoever applies, null where no list is opened. */
function listedOf(opening: string): string | null {
  if (!LISTED_APART.test(opening)) return null;
  const subject = opening.replace(/(?:应当?|须|需|必须|同时|符合|满足|具备|以下|下列|如下).*$/u, '');
  return subject.replace(APPLYING, '');
}
const APPLYING =
  /本(?:办法|措施|细则|政策)|申报|申请|享受|获得|补助|补贴|奖励|资助|扶持|支持|专项|资金|的|项目|企业|单位|主体|对象/gu;

/** Several such labels stand each over grants of their own: `limbs` is then null. */
function labelled(limbs: readonly Limb[]): { name: string; limbs: Limb[] | null } | null {
  const heads = limbs.filter(({ label }) => label !== null && HEADS.test(label));
  const [head] = heads;
  if (!head) return null;
  if (heads.length > 1) return { name: head.label!, limbs: null };
  const children = limbs.filter(({ lead }) => lead === head);
  return { name: head.label!, limbs: children.length > 0 ? [head, ...children] : [head] };
}

/** One clause each; null where one of them cannot be read or speaks of days, or where any one of them is enough. `loosely`: it may say how to apply, too. */
function readList(limbs: readonly Limb[], loosely: boolean, ref: string | null): Defining[] | null {
  const found: Defining[] = [];
  for (const limb of withoutApplying(limbs, loosely)) {
    const { text } = limb.plain;
    if (isShutOut(limb)) continue;
    if (ANY_ONE.test(text)) return null;
    if (/[：:]$/u.test(text) || kindOfClause(text) !== null) continue;
    const read = alternativeOf(limb, ref);
    if (read.bounds.length + read.flags.length === 0 || read.flags.some(isDated)) return null;
    const { bounds, flags } = withoutGeneral(read);
    if (bounds.length + flags.length > 0)
      found.push({
        term: null,
        clause: limb.passage.text,
        span: sourceSpan(limb.passage),
        bounds,
        flags,
        leftOut: [],
      });
  }
  return found;
}

const isShutOut = ({ plain, lead }: Limb): boolean =>
  SHUTS_OUT.test(plain.text) || (lead !== null && SHUTS_OUT.test(lead.plain.text));

/** What each number below such a heading says. */
const shutOutBy = (limbs: readonly Limb[]): string[] =>
  limbs.flatMap(({ plain, lead }) =>
    lead !== null && SHUTS_OUT.test(lead.plain.text) ? [plain.text.replace(/的?[；。]?$/u, '')] : [],
  );

/** 授权公告日在2030年1月1日至6月30日期间: no enterprise's yes is held against it. */
const isDated = ({ words }: Flag): boolean => readFigures(words).some(({ kind }) => kind.startsWith('date'));

/** Registered here, in good standing: taken as so until said otherwise. */
const withoutGeneral = ({ bounds, flags }: Alternative): Alternative => ({
  bounds,
  flags: flags.filter(({ words }) => !isGeneral(words)),
});

const isApart = (one: { start: number; end: number }, other: { start: number; end: number }): boolean =>
  one.end <= other.start || other.end <= one.start;
