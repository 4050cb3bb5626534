/** What a grant takes from around it: limits and pools behind it, a holder and conditions above it, its heading. */
import { conditionsIn } from './conditions.ts';
import type { Limb } from './cut.ts';
import type { Grant } from './grant.ts';
import type { Limit } from './payment.ts';
import { markRoles } from './roles.ts';

/** 再奖, 另给: on top of the sum before. */
const ADDED = /再|另(?!外)|追加|叠加|增加/u;

/** '补贴标准为每人每次…': what the sentence before grants, with its figures. */
const STANDARD =
  /^(?:具体)?(?:补贴|补助|奖励|奖补|资助|支持|扶持|发放)?(?:标准|比例|额度|金额)(?:为|是|：|按)/u;

/** '总奖励金额不超过500万元。' behind a grant: what all who get it share. */
export function sharePool(grant: Grant, pool: string, limb: Limb): void {
  grant.pool = pool;
  grant.to = Math.max(grant.to, limb.to);
}

export function limitBefore(grants: readonly Grant[], limits: readonly Limit[], limb: Limb): void {
  const limited = limitedBy(limb, grants);
  for (const grant of limited) {
    for (const payment of grant.payments) payment.caps.push(...limits);
    grant.to = Math.max(grant.to, limb.to);
    grant.reasons.push(`“${limb.plain.text}”按对前面这一项的限额理解`);
  }
}

/** 本条, 以上各项: all before it; 本款, 本条款: those of its own numbered child; else those of the sentence before, joined by ；. */
export function limitedBy({ plain, part, sentence }: Limb, grants: readonly Grant[]): readonly Grant[] {
  if (/^本(?:条款|款|项)/u.test(plain.text)) return grants.filter((grant) => grant.limb.part === part);
  if (/^(?:本条|以上|上述|各项)/u.test(plain.text)) return grants;
  const last = grants.at(-1);
  const apart = last !== undefined && last.limb.sentence !== sentence;
  return apart ? grants.filter(({ limb }) => limb.sentence === last.limb.sentence) : grants.slice(-1);
}

/** A grant without a holder takes the nearest one above; conditions come along only behind 其中 and 对上述, and to numbered children. */
/** '采取全额补贴方式，支持中小企业参加展会': the conditions stand behind the grant. */
export function takeConditionsBehind(grant: Grant): void {
  const { limb, conditions, payments } = grant;
  const { text } = limb.plain;
  if (conditions.bounds.length + conditions.flags.length > 0 || conditions.who !== null) return;
  const last = payments.at(-1)!;
  const behind = /方式[，,](?:支持|鼓励|对)/u.exec(text.slice(last.end));
  if (!behind) return;
  const from = last.end + behind.index + 3;
  const next = /[，,](?:帮助|提升|推动|促进|助力)/u.exec(text.slice(from));
  const found = conditionsIn(text, [], from, next ? from + next.index : text.length);
  conditions.who = found.who;
  conditions.flags.push(...found.flags);
}

/** '支持企业上云上平台。' above, '【支持建设示范园区】' before it: what the grant is for, where its own sentence says nothing of it. */
const ENCOURAGES = /^(?:鼓励|支持|引导|推动|加快|加强|促进|深入|积极|大力|着力|持续|开展)+/u;

/** Headings that say how and not what for. */
const NO_PURPOSE =
  /(?:标准|额度|金额|方式|内容|政策|措施|办法|范围|对象|事项|条件|流程|说明|比例|要求|附则|总则)$/u;

export function takeHeading(grant: Grant, limbs: readonly Limb[], title: string): void {
  const { limb, conditions } = grant;
  if (conditions.bounds.length + conditions.flags.length > 0 || conditions.vague !== null) return;
  if (grant.payments.some(({ item }) => item !== null)) return;
  const opening = limbs.findLast(
    (one) => one.part === limb.part && one.marker !== null && one !== limb && one.plain.text.length <= 40,
  );
  const words = (opening?.plain.text ?? title).replace(ENCOURAGES, '').trim();
  if (words.length < 4 || NO_PURPOSE.test(words)) return;
  conditions.flags.push({ kind: 'flag', words, start: 0, end: 0 });
  if (opening) grant.from = Math.min(grant.from, opening.from);
}

/** '自营模式的每次3元，其他模式的每次1.5元': others are those that the clause before it is not about. */
export function sayWhatOthersAre(grants: readonly Grant[]): void {
  for (const [i, grant] of grants.entries())
    for (const flag of grant.conditions.flags) {
      const tail = /^其[他它余](?<tail>.{2,})$/u.exec(flag.words)?.groups?.tail;
      if (tail === undefined) continue;
      const before = grants
        .slice(0, i)
        .filter(({ limb }) => limb.sentence === grant.limb.sentence)
        .flatMap(({ conditions }) => conditions.flags)
        .filter(({ words, not }) => !not && words.includes(tail));
      if (before.length === 1) Object.assign(flag, { words: before[0]!.words, not: true });
    }
}

/** 对参展的企业， · 上年度未裁员的参保企业， */
const OPENING =
  /^(?:(?:对于?|凡)[^，,]*|[^，,对]{2,40}的[^，,的]{0,8}(?:企业|单位|机构|公司|合作社|平台|主体))(?=[，,])/u;

/** '对参展的企业，省内展会每次5000元，省外展会每次1万元': the opening holds for each that opens no clause of its own. */
function takeOpening(grant: Grant, first: Grant, previous: Grant): void {
  const { text } = grant.limb.plain;
  const opening = OPENING.exec(text)?.[0].length ?? 0;
  const between = text.slice(previous.payments.at(-1)!.end, grant.payments[0]!.start);
  if (opening === 0 || /(?:^|[，,；])(?:对于?|凡|其中)|的[，,]/u.test(between)) return;
  const { conditions } = grant;
  const within = ({ end }: { end: number }) => end <= opening + 1;
  conditions.during ??= first.conditions.during;
  conditions.bounds.push(...first.conditions.bounds.filter(within));
  for (const flag of first.conditions.flags.filter(within))
    if (!conditions.flags.some(({ words }) => words === flag.words)) conditions.flags.push(flag);
}

/** '裁员率不高于5.5%的企业，可申请稳岗返还。大型企业按…返还': who may apply at all stands in a sentence of its own, and has to be said. */
const ENTITLES = /的[^，。；]{0,10}[，,]?(?:均|都)?可(?:以)?(?<asked>(?:申请|申领|享受)[^，。；：]{2,16})$/u;

const KIND = /返还|奖补|奖励|补助|补贴|资助|贴息|减免|贷款/u;

export function askEntitled(grant: Grant, limbs: readonly Limb[]): void {
  const { limb, conditions } = grant;
  const entitling = limbs
    .slice(0, limbs.indexOf(limb))
    .findLast((one) => one.part === limb.part && one !== limb.lead && ENTITLES.test(one.plain.text));
  const asked = entitling && ENTITLES.exec(entitling.plain.text)!.groups!.asked!;
  const word = asked && KIND.exec(asked)?.[0];
  if (word && limb.plain.text.includes(word)) conditions.vague ??= asked;
}

/** '且符合上述合同和参保条件': what the grant before it bounds. */
const SAME_CONDITIONS = /^(?:同时)?(?:符合|满足|具备)(?:上述|前述|以上|前款)[^，]{0,14}条件$/u;

function takeSameConditions(grant: Grant, before: readonly Grant[]): void {
  const { conditions, limb } = grant;
  const said = conditions.flags.find(({ words }) => SAME_CONDITIONS.test(words));
  const source = before.findLast((one) => one.limb.part === limb.part && one.conditions.bounds.length > 0);
  if (!said || !source) return;
  conditions.flags = conditions.flags.filter((flag) => flag !== said);
  conditions.bounds.push(...source.conditions.bounds.map((bound) => ({ ...bound })));
  grant.from = Math.min(grant.from, source.from);
}

export function carryScope(
  grant: Grant,
  before: readonly Grant[],
  previous: Limb | null,
  ref: string | null,
): void {
  const { limb, conditions } = grant;
  const lead = limb.lead ?? (previous && STANDARD.test(limb.plain.text) ? previous : null);
  if (lead) {
    const { text } = lead.plain;
    const above = conditionsIn(text, markRoles(text, ref), 0, text.length);
    conditions.who ??= above.who;
    conditions.bounds.push(...above.bounds);
    for (const flag of above.flags)
      if (!/下列|以下|如下/u.test(flag.words) && !conditions.flags.some(({ words }) => words === flag.words))
        conditions.flags.push(flag);
    conditions.vague ??= above.vague;
    grant.from = Math.min(grant.from, lead.from);
  }
  takeSameConditions(grant, before);
  const nearest = before.findLast((one) => one.limb.sentence === limb.sentence || one.limb === previous);
  if (nearest && conditions.who === null) conditions.who = nearest.conditions.who;
  const first = before.find((one) => one.limb === limb);
  if (first) takeOpening(grant, first, before.at(-1)!);
  const carries = /^(?:其中|对上述|对前述|在此基础上|此外，对其)/u.test(limb.plain.text);
  if (nearest && carries) {
    conditions.bounds.push(...nearest.conditions.bounds);
    conditions.flags.push(...nearest.conditions.flags);
    grant.from = Math.min(grant.from, nearest.from);
  }
  // 获得授权后每件再资助: what is added is for who has the first already.
  const from = grant.payments[0]!.start;
  const added = nearest?.limb === limb && ADDED.test(limb.plain.text.slice(Math.max(0, from - 10), from));
  if (nearest && added) {
    conditions.bounds.push(...nearest.conditions.bounds);
    conditions.flags.push(...nearest.conditions.flags);
  }
  const bare = conditions.bounds.length === 0 && conditions.flags.length === 0 && conditions.vague === null;
  if (
    nearest &&
    bare &&
    !lead &&
    nearest.limb === limb &&
    grant.payments.every(({ item }) => item === null)
  ) {
    conditions.bounds.push(...nearest.conditions.bounds);
    conditions.flags.push(...nearest.conditions.flags);
    if (!grant.payments.some(({ year }) => year !== null))
      grant.reasons.push('同一句里的另一笔，条件按与前一笔相同理解');
  }
}
