/** '符合下列条件之一的企业，…：1.…；2.…': what the numbered children say is asked, all of it or any one of them. */
import type { Alternative } from './condition.ts';
import { conditionsIn } from './conditions.ts';
import type { Limb } from './cut.ts';
import type { Grant } from './grant.ts';
import { composePayments } from './payments.ts';
import { markRoles } from './roles.ts';

/** '同时符合下列条件' · '满足以下条件之一' */
const LISTED =
  /^(?:[且并]?(?:应|须|需)?(?:同时)?)?(?:符合|满足|具备|达到|属于|具有|有)(?:以下|下列|如下)[^，。；：]{0,6}?(?:条件|情形|要求|情况)(?<one>之一|[^，。；：]{0,4}(?:任[意何]?)?一[项条个种])?/u;

/** '示范项目应同时满足以下条件：' in a sentence of its own. */
export const LISTED_APART =
  /^(?:[^，。；：]{0,24}?)(?:应当?|须|需|必须)?(?:同时)?(?:符合|满足|具备)(?:以下|下列|如下)[^，。；：]{0,6}?(?:条件|要求)(?<one>之一)?[：:]$/u;

/** The list takes the place of the words that point to it. */
export function takeListed(grant: Grant, limbs: readonly Limb[], ref: string | null): void {
  const { conditions } = grant;
  const pointing = conditions.flags.find(({ words }) => LISTED.test(words));
  if (!pointing) return;
  const children = childrenOf(grant.limb.lead ?? grant.limb, limbs);
  if (children.some((child) => grants(child, ref))) return;
  conditions.flags = conditions.flags.filter((flag) => flag !== pointing);
  take(grant, children, pointing.words, LISTED.exec(pointing.words)!.groups!.one !== undefined, ref);
}

/** A list beside the grants of its measure is asked of each of them that stands under the same number. */
export function takeListedApart(all: readonly Grant[], limbs: readonly Limb[], ref: string | null): void {
  for (const lead of limbs) {
    const listed = LISTED_APART.exec(lead.plain.text);
    if (!listed || all.some(({ limb }) => limb === lead)) continue;
    const children = childrenOf(lead, limbs);
    if (children.some((child) => grants(child, ref))) continue;
    const words = lead.plain.text.replace(/[：:]$/u, '');
    for (const grant of all)
      if (lead.part === 0 || grant.limb.part === lead.part)
        take(grant, children, words, listed.groups!.one !== undefined, ref);
  }
}

const childrenOf = (lead: Limb, limbs: readonly Limb[]): Limb[] => limbs.filter((limb) => limb.lead === lead);

/** What of the list cannot be read stays vague. */
function take(
  grant: Grant,
  children: readonly Limb[],
  words: string,
  anyOne: boolean,
  ref: string | null,
): void {
  const { conditions } = grant;
  const read = children.map((child) => alternativeOf(child, ref));
  if (read.length === 0 || read.some(isUnread)) conditions.vague ??= words;
  else if (anyOne) conditions.either.push(read);
  else
    for (const { bounds, flags } of read) {
      // They stand in another limb, and account for no figure of this one.
      conditions.bounds.push(...bounds.map((bound) => ({ ...bound, start: -1, end: -LONG })));
      conditions.flags.push(...flags);
    }
  grant.from = Math.min(grant.from, ...children.map(({ from }) => from));
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

const LONG = 100;

const isUnread = ({ bounds, flags }: Alternative): boolean => bounds.length + flags.length === 0;
