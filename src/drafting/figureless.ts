/** Grants without a figure: money that the clause does not state, services, encouragement. */
import { DONE_FOR, ENCOURAGED, SERVED, UNSTATED } from './cues.ts';
import { EMPTY, type Payment } from './payment.ts';

/** What localities are asked to do is no grant yet. */
const OF_LOCALITIES = /(?:支持|鼓励|引导)(?:各地|各县|各市|各区|地方)(?!.*(?:给予|对[^，]*企业))/u;

/** '对处于关键节点的企业，…' · '为中小企业提供…' */
const SERVES_WHOM =
  /(?:^|[，,])(?:对于?[^，]{2,60}(?:企业|单位|机构|项目|平台|工商户|经营者|基地)|为[^，]{0,8}(?:企业|工商户|机构)提供)/u;

/** A grant without a figure: money that the clause does not state, or a service. Null where the clause grants neither. */
export function figurelessPayment(text: string): Payment | null {
  if (!/(?:^|[，,：])(?:对于?(?!接|外)|凡|给予|给与|为[^，]{2,12}提供|鼓励|支持)|方式/u.test(text))
    return null;
  if (OF_LOCALITIES.test(text)) return null;
  const money = UNSTATED.exec(text);
  // A service is only read where the clause says whom it serves.
  const served = SERVES_WHOM.test(text) ? (SERVED.exec(text) ?? DONE_FOR.exec(text)) : null;
  const found = money ?? served;
  if (!found) return null;
  const { index: start, 0: words } = found;
  return {
    ...EMPTY,
    form: money ? 'unstated' : 'service',
    mark: null,
    per: null,
    caps: [],
    start,
    end: start + words.length,
  };
}

/** Encouragement alone, for a measure that grants nothing else. */
export function encouragement(text: string): Payment | null {
  const found = OF_LOCALITIES.test(text)
    ? null
    : (ENCOURAGED.exec(text) ?? DONE_FOR.exec(text) ?? SERVED.exec(text));
  if (!found) return null;
  const { index: start, 0: words } = found;
  return { ...EMPTY, form: 'service', mark: null, per: null, caps: [], start, end: start + words.length };
}
