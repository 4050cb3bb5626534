/** Most and least of a row, as a rule writes them. */
import { SAVED } from './cues.ts';
import type { Limit, Payment } from './payment.ts';
import { capOfYear } from './shares-by-year.ts';

type Row = Record<string, unknown>;

/** 最高不超过300万元 → 300万元; 不超过项目投资额30% → 30%. */
export const literalText = (text: string): string =>
  text
    .replace(/％/gu, '%')
    .replace(/^[^\d一二三四五六七八九十百千万亿两半扣减全免等]+/u, '')
    .replace(/(?:以上|以下|以内|封顶|为限)$/u, '')
    .replace(/[（(][^）)]*[）)]/gu, '');

/** '每个型号最高5000元，单家企业不超过6万元': beside what the enterprise gets at most, another is of each thing. */
function withEach(caps: readonly Limit[]): Limit[] {
  const whole = caps.some(({ per }) => per === 'enterprise' || per === 'enterprise-year');
  return caps.map((cap) =>
    whole && cap.per === null && /[每单]个/u.test(cap.mark.phrase) ? { ...cap, per: 'unit' } : cap,
  );
}

export function limitsOf(payment: Payment): Row {
  const { caps: stated, floor, atMost, atLeast, kept, mark, form, whole } = payment;
  const ofYear = capOfYear(payment);
  const caps = withEach(stated.filter((cap) => cap !== ofYear));
  const each = caps.find(({ per }) => per === 'unit') ?? null;
  // 每指定一个国家3000元，每件商标最高3万元: of other things than those that are counted.
  // Of a share whose things are counted it is part of the form.
  const isComputed = (form === 'share' || form === 'each' || form === 'kinds') && !atMost;
  const yearly = caps.find(({ per }) => per === 'enterprise-year');
  const first = caps.find((cap) => cap !== yearly && cap.per !== 'unit') ?? null;
  const main = first ?? yearly ?? null;
  return {
    ...(main && {
      cap: literalText(main.mark.figure.text),
      ...(main.per && main.per !== 'unit' && { capPer: main.per }),
    }),
    ...(first && yearly && { capYear: literalText(yearly.mark.figure.text) }),
    ...(atLeast && { atLeast: true }),
    ...(floor && { floor: literalText(floor.figure.text) }),
    ...(each && isComputed && { capEach: literalText(each.mark.figure.text) }),
    // A limit on each unit leaves open what the whole comes to.
    ...((atMost || (each && form !== 'range' && !isComputed)) && { atMost: true }),
    ...(mark &&
      form === 'share' &&
      whole === null &&
      (kept || SAVED.test(mark.before + mark.figure.text + mark.behind)) && { saved: true }),
  };
}
