/** '符合下列条件之一的企业，…：1.…；2.…': what the numbered children say is asked, all of it or any one of them. */
import { type Alternative, conditionsIn } from './conditions.ts';
import type { Limb } from './cut.ts';
import type { Grant } from './grant.ts';
import { composePayments } from './payments.ts';
import { markRoles } from './roles.ts';

/** '同时符合下列条件' · '满足以下条件之一' */
const LISTED =
  /^(?:[且并]?(?:应|须|需)?(?:同时)?)?(?:符合|满足|具备|达到|属于|具有|有)(?:以下|下列|如下)[^，。；：]{0,6}?(?:条件|情形|要求|情况)(?<one>之一|[^，。；：]{0,4}(?:任[意何]?)?一[项条个种])?/u;

/** The list takes the place of the words that point to it; what of it cannot be read stays vague. */
export function takeListed(grant: Grant, limbs: readonly Limb[], ref: string | null): void {
  const { conditions } = grant;
  const pointing = conditions.flags.find(({ words }) => LISTED.test(words));
  const children = limbs.filter(({ lead }) => lead !== null && lead === (grant.limb.lead ?? grant.limb));
  if (!pointing || children.some((child) => grants(child, ref))) return;
  const read = children.map((child) => alternativeOf(child, ref));
  conditions.flags = conditions.flags.filter((flag) => flag !== pointing);
  if (read.length === 0 || read.some(isUnread)) conditions.vague ??= pointing.words;
  else if (LISTED.exec(pointing.words)?.groups?.one !== undefined) conditions.either.push(read);
  else
    for (const { bounds, flags } of read) {
      conditions.bounds.push(...bounds);
      conditions.flags.push(...flags);
    }
  grant.to = Math.max(grant.to, ...children.map(({ to }) => to));
}

const grants = ({ plain: { text } }: Limb, ref: string | null): boolean =>
  composePayments(text, markRoles(text, ref)).payments.length > 0;

/** What a clause asks that is nothing but a condition. */
export function alternativeOf({ plain: { text } }: Limb, ref: string | null): Alternative {
  const { bounds, flags, who } = conditionsIn(text, markRoles(text, ref), 0, text.length);
  if (bounds.length + flags.length > 0 || who === null) return { bounds, flags };
  return { bounds, flags: [{ kind: 'flag', words: text, start: 0, end: text.length }] };
}

const isUnread = ({ bounds, flags }: Alternative): boolean => bounds.length + flags.length === 0;
