/** What anyone may ask of the shelf: which documents there are, what is open by today, what a part of a document holds. */
import { type Day, daysBetween } from '../../contract/index.ts';
import type { Measure, Policy } from '../../policy/index.ts';
import type { Index } from '../../retrieval/index.ts';
import { dayWords, validityWords } from '../answers.ts';
import { shelfAnswerWords as words } from '../shelf-answers.ts';
import { mainFigure } from './main-figure.ts';
import { itemWords, lines } from './parts.ts';
import { type Validity, validityOn } from './validity.ts';

export interface ToldShelf {
  text: string;
  /** In the order of their numbers in the text. */
  policies: Policy[];
}

const ALIVE: ReadonlySet<Validity> = new Set(['in-force', 'applications-open']);

/** 现在有什么还能申报的: the documents in force on that day, the next to close first; the others named. */
export function tellOpenNow({ knowledge }: Index, today: Day): ToldShelf {
  const by = Map.groupBy(knowledge.policies, (policy) => validityOn(policy, today));
  const open = [...ALIVE]
    .flatMap((one) => by.get(one) ?? [])
    .sort((a, b) => (lastDay(a) ?? '').localeCompare(lastDay(b) ?? ''));
  const unstated = by.get('unstated') ?? [];
  const policies = [...open, ...unstated];
  return {
    text: lines(
      open.length === 0 ? words.noneOpen(dayWords(today)) : words.open(dayWords(today), open.length),
      ...open.map((policy, place) => entryOf(policy, place + 1, today)),
      unstated.length > 0 ? words.unstated(namesOf(unstated)) : null,
      open.length === 0 && by.has('expired') ? words.expired(namesOf(by.get('expired')!)) : null,
      open.length === 0 ? words.newest : words.askOne,
    ),
    policies,
  };
}

export interface Wanted {
  /** 省, 市, 区, 县, 国. */
  level: string | null;
  /** Four digits. */
  year: string | null;
}

/** 有几份省里的文件 · 今年有什么新政策: the documents of a level, a place, a year. */
export function tellShelf({ knowledge }: Index, today: Day, { level, year }: Wanted): ToldShelf {
  const here = knowledge.policies.filter((policy) => validityOn(policy, today) !== 'not-yet');
  const policies = here.filter(
    (policy) =>
      (level === null || isOfLevel(policy, level)) && (year === null || yearOfPolicy(policy) === year),
  );
  const what = `${year ? words.ofYear(year) : ''}${level ? (words.levels[level] ?? '') : ''}`;
  return {
    text: lines(
      policies.length === 0 ? words.noneOfThese(what) : words.list(what, policies.length),
      ...policies.map((policy, place) => entryOf(policy, place + 1, today)),
      policies.length === 0 ? `${sayYears(here)}。` : null,
      year !== null && year >= today.slice(0, 4) ? words.newest : null,
      policies.length > 0 ? words.askOne : null,
    ),
    policies,
  };
}

/** 收录的文件是2020至2023年的，共5份. */
export function sayFreshness({ knowledge }: Index, today: Day): string {
  const here = knowledge.policies.filter((policy) => validityOn(policy, today) !== 'not-yet');
  const open = here.filter((policy) => ALIVE.has(validityOn(policy, today)));
  return words.freshness(sayYears(here), here.length, open.length);
}

function sayYears(policies: readonly Policy[]): string {
  const years = policies.map(yearOfPolicy).filter(Boolean).sort();
  return words.years(years[0] ?? '', years.at(-1) ?? '');
}

/** 第二部分说啥: the measures of a chapter. Null for a number that is none. */
export function tellPart(policy: Policy, part: number): { text: string; measures: Measure[] } | null {
  const chapters = policy.chapters.map(({ title }) => title);
  const chapter = chapters[part - 1];
  const said = CHINESE[part] ?? String(part);
  if (chapter === undefined)
    return { text: words.noPart(policy.number, said, chapters.length), measures: [] };
  const measures = policy.measures.filter((measure) => measure.chapter === chapter);
  const title = chapter.replace(/^[^、.．]{1,4}[、.．]\s*/u, '');
  return {
    text: lines(
      words.partOf(policy.number, said, title, measures.length),
      ...measures.map((measure) =>
        words.partItem(itemWords(measure), measure.title, mainFigure(measure.clause.text)),
      ),
    ),
    measures,
  };
}
const CHINESE = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

const isOfLevel = ({ place }: Policy, level: string): boolean =>
  level === '国' ? place === null : (place?.endsWith(level) ?? false);

/** Of its number, else of its issue. */
const yearOfPolicy = ({ number, issued }: Policy): string =>
  /〔(?<year>\d{4})〕/u.exec(number)?.groups?.year ?? issued?.day.slice(0, 4) ?? '';

const lastDay = ({ applyBy, validUntil }: Policy): Day | undefined => (applyBy ?? validUntil)?.day;

/** A document without a number is called by its title. */
export const callOf = ({ number, slug, title }: Policy): string =>
  number === slug ? `《${title}》` : number;

const namesOf = (policies: readonly Policy[]): string => policies.map(callOf).join('、');

function entryOf(policy: Policy, place: number, today: Day): string {
  const { applyBy, validUntil, number, slug } = policy;
  const last = lastDay(policy);
  const more = [
    number === slug ? null : number,
    validityOn(policy, today) === 'expired' ? EXPIRED : null,
    applyBy
      ? validityWords.applyBy(dayWords(applyBy.day))
      : validUntil
        ? validityWords.until(dayWords(validUntil.day))
        : validityWords.noEnd,
    last && last >= today ? words.daysLeft(daysBetween(today, last)) : null,
  ];
  return words.entry(place, policy.title, more.filter(Boolean).join('，'));
}
const EXPIRED = '已过期';
