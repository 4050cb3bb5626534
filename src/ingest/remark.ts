/** The remark under a title that says who issued the document and when: '（2025年12月18日某县科技局公布，自2026年1月18日起施行）'. */
import type { Paragraph } from './paragraphs.ts';
import type { Parts } from './parts.ts';
import { ORGANISATION } from './signature.ts';
import { type Stretch, sliceStretch } from './stretch.ts';

const REMARK =
  /^[（(](?<day>\d{4}年\d{1,2}月\d{1,2}日)(?:经|由)?(?<name>\p{Script=Han}{4,40})?(?:令?第\d{1,4}号)?(?:公布|发布|印发|颁布)(?![^）)]*(?:修正|修订|修改))/u;

/** The day, and the body where it is named; null where there is no such remark, or where it tells of later changes too. */
export function readRemark(
  paragraphs: readonly Paragraph[],
  { title }: Parts,
): { day: Stretch; issuer: Stretch | null } | null {
  if (!title) return null;
  for (const { stretch } of paragraphs.slice(title.to, title.to + 2)) {
    const said = REMARK.exec(stretch.text)?.groups;
    if (!said) continue;
    const from = 1 + said.day!.length;
    const at = said.name ? stretch.text.indexOf(said.name, from) : -1;
    const named = said.name !== undefined && ORGANISATION.test(said.name);
    return {
      day: sliceStretch(stretch, 1, from),
      issuer: named ? sliceStretch(stretch, at, at + said.name!.length) : null,
    };
  }
  return null;
}
