/** The remark under a title that says who issued the document, as what and when: '（2025年12月18日某县科技局公布，自2026年1月18日起施行）'. */
import type { Paragraph } from './paragraphs.ts';
import type { Parts } from './parts.ts';
import { ORGANISATION } from './signature.ts';
import { type Stretch, sliceStretch, splitAtGaps } from './stretch.ts';

/** What is said up to the deed; one that tells of later changes too is not read. */
const REMARK =
  /^[（(](?<said>[^（()）]{0,80}\d{4}年\d{1,2}月\d{1,2}日[^（()）]{0,80}?(?:公布|发布|印发|颁布))(?![^）)]*(?:修正|修订|修改))/u;
const DAY = /\d{4}年\d{1,2}月\d{1,2}日/u;
const NUMBER = /(?<![\p{Script=Han}])(?:以)?(?<number>\p{Script=Han}{2,12}[〔[【]\d{4}[〕\]】]第?\d{1,5}号)/u;
/** Who is named, between the day, the number and the deed. */
const NAMES =
  /^(?:经|由|，|,|、|文)*(?<names>\p{Script=Han}[\p{Script=Han}、]{3,70}?)(?:令?第\d{1,4}号|以)?(?:公布|发布|印发|颁布)?$/u;

export interface Remark {
  day: Stretch;
  number: Stretch | null;
  issuer: Stretch | null;
}

/** The day, and the body and the number where they are named; null where there is no such remark. */
export function readRemark(paragraphs: readonly Paragraph[], { title }: Parts): Remark | null {
  if (!title) return null;
  for (const { stretch } of paragraphs.slice(title.to, title.to + 2)) {
    const said = REMARK.exec(stretch.text)?.groups?.said;
    if (said === undefined) continue;
    const whole = sliceStretch(stretch, 1, 1 + said.length);
    const day = placeOf(whole, DAY.exec(said)![0]);
    const written = NUMBER.exec(said)?.groups?.number;
    const number = written === undefined ? null : placeOf(whole, written);
    return {
      day: day.stretch,
      number: number?.stretch ?? null,
      issuer: issuerOf(whole, [day, ...(number ? [number] : [])]),
    };
  }
  return null;
}

interface Placed {
  from: number;
  to: number;
  stretch: Stretch;
}

const placeOf = (whole: Stretch, written: string): Placed => {
  const from = whole.text.indexOf(written);
  const to = from + written.length;
  return { from, to, stretch: sliceStretch(whole, from, to) };
};

/** Of what stands around the day and the number, the names of bodies. */
function issuerOf(whole: Stretch, known: readonly Placed[]): Stretch | null {
  const cuts = known.toSorted((a, b) => a.from - b.from);
  const pieces = [...cuts, { from: whole.text.length, to: whole.text.length }].map(({ from }, i) =>
    sliceStretch(whole, cuts[i - 1]?.to ?? 0, from),
  );
  for (const piece of pieces) {
    const names = NAMES.exec(piece.text)?.groups?.names;
    if (names === undefined) continue;
    const { stretch } = placeOf(piece, names);
    if (splitAtGaps(stretch).every(({ text }) => text.split('、').every((name) => ORGANISATION.test(name))))
      return stretch;
  }
  return null;
}
