/** Every figure and every hazard of a clause is accounted for, or the amount is not told. */
import { GRANT } from './cues.ts';
import type { Limb } from './cut.ts';
import { isMatching } from './full-shares.ts';
import { BEYOND, COUNTED, HAZARDS, MATCHED } from './hazards.ts';
import type { Composed, Payment } from './payment.ts';
import { isOnTop, isPoints } from './raises.ts';
import type { Marked } from './role.ts';

export interface Account {
  /** What cannot be accounted for: the benefit is quoted only. */
  faults: string[];
  /** What was chosen between readings. */
  choices: string[];
}

/** Hazards that a base in the clause's own words takes in: 新增贷款部分的2%. */
const HELD_BY_BASE = /(?:部分|增量|净增|新增)/u;

/** （不足100万美元不计）: steps are counted so anyway. */
const WHOLE_STEPS = /^不(?:足|满)[^，。；]{1,14}(?:不计|不予计算|忽略不计)/u;

export function accountFor(
  limb: Limb,
  marks: readonly Marked[],
  composed: Composed,
  used: ReadonlySet<Marked>,
): Account {
  const { text } = limb.plain;
  const faults = [...composed.troubles];
  const choices = [...composed.choices];
  for (const mark of marks) {
    if (mark.role === 'unknown') faults.push(`“${mark.figure.text}”的用处没有读出来`);
    if (mark.role === 'standing' && mark.figure.kind === 'percent' && mark.figure.text.length > 4)
      choices.push(`另有比例上的要求：“${mark.figure.text}”`);
    if (mark.role === 'loan') choices.push(`“${mark.figure.text}”是贷款或担保的额度，不是给付`);
    if (mark.role === 'threshold' && !used.has(mark) && isNearGrant(text, mark))
      faults.push(`“${mark.figure.text}”是什么的界限没有读出来`);
  }
  const counted = composed.payments.some(({ most }) => most !== null);
  for (const [pattern, words] of HAZARDS) {
    if (!pattern.test(text) || (words === COUNTED && counted)) continue;
    if (composed.held.has(words)) continue;
    if (words === MATCHED && composed.payments.some(({ mark }) => mark && isMatching(mark.figure.text)))
      continue;
    const held =
      words === BEYOND && composed.payments.every(({ base }) => base !== null && HELD_BY_BASE.test(base));
    if (held) choices.push(`${words}，按条文写的计算基数理解`);
    else faults.push(words);
  }
  const steps = composed.payments.some(({ form, beyond }) => form === 'step' || beyond !== null);
  for (const aside of limb.asides) {
    if (steps && WHOLE_STEPS.test(aside.text)) continue;
    if (GRANT.test(aside.text) && /\d/u.test(aside.text))
      choices.push(`括号里另有给付：“${short(aside.text)}”`);
    else if (
      /\d|除外|不含|不包括|另行|封顶|最高/u.test(aside.text) &&
      !/^(?:名单|见|附件|[A-Z]{2,}|GB|第?\d+版)/u.test(aside.text)
    )
      choices.push(`括号里的话没有当作条件：“${short(aside.text)}”`);
  }
  for (const payment of composed.payments) faults.push(...faultsOf(payment));
  if (composed.payments.some(({ caps }) => caps.length > 1)) choices.push('几种限额同时适用，取其中最低的');
  if (composed.parts) choices.push('分期拨付只是付款的安排，不另算金额');
  return { faults: [...new Set(faults)], choices: [...new Set(choices)] };
}

const isNearGrant = (text: string, { start }: Marked): boolean => GRANT.test(text.slice(start, start + 60));
/** Never within a number: half of one stands nowhere in the text. */
const short = (text: string): string =>
  text.length > 24 ? `${text.slice(0, 24).replace(/[\d.]+$/u, '')}…` : text;

/** A share of which nothing says what it is a share of. */
const isOfNothingNamed = ({ form, mark, base, piece, pieces, pointsBack, whole }: Payment): boolean =>
  form === 'share' &&
  base === null &&
  piece === null &&
  pieces.length === 0 &&
  pointsBack === null &&
  whole === null &&
  !isOnTop(mark!);

function faultsOf(payment: Payment): string[] {
  const { form, mark, caps, floor, per, item, whole } = payment;
  const faults: string[] = payment.added ? [BEYOND] : [];
  if (mark && isPoints(mark) && form !== 'interest') faults.push(`“${mark.figure.text}”要与别处的比例相加`);
  if (mark && isOfNothingNamed(payment)) faults.push(`“${mark.figure.text}”按什么计算，这一句没有写明`);
  if (form === 'share' && mark && isOnTop(mark) && !isPoints(mark) && payment.base === null)
    faults.push(`“${mark.figure.text}”要与别处的比例相加`);
  if (
    form === 'share' &&
    mark &&
    'value' in mark.figure &&
    typeof mark.figure.value === 'number' &&
    mark.figure.value > 1 &&
    whole === null
  )
    faults.push(`“${mark.figure.text}”超过全额`);
  if (new Set(caps.map((cap) => cap.per)).size < caps.length) faults.push('同一种限额写了两个数');
  if (form === 'each' && per && per.unit === '' && per.noun === '') faults.push('按什么计件没有写明');
  if (form === 'each' && /^每(?![年月次])/u.test(per?.noun ?? '')) faults.push('按两样东西的乘积计算');
  if (form === 'range' && floor && caps.length > 0 && item) faults.push('上下限与各项对不上');
  return faults;
}
