/** Which of the listed things each of several sums is for: 分别, and orders without names (按三个等次). */
import { type Items, itemsBefore } from './items.ts';
import type { Composed } from './payment.ts';

/** What stands between the items and their sums: '的，省级分别给予一次性奖补' · '的每件分别补助' */
const GIVING =
  /(?:[，,]|的)*(?:国家|省级?|市级?|区级?|县级?|财政|将)*(?:按)?(?:每(?:件|项|个|张|台|人|家|户)[^，]{0,4}?)?(?:每年|年度)?(?:分别|各|依次|对应)*(?:再|均|按(?:照)?)*(?:给予|予以|奖励|奖补|补助|补贴|资助|发放)*(?:企业|单位)?(?:一次性)?(?:奖励|奖补|补助|补贴|资助|不超过|最高)*(?:标准为)?$/u;

/** `before`: what stands before the sums, or before what they are shares of. */
export function zip(before: string, size: number, made: Composed): Items | null {
  const items = itemsBefore(before.replace(GIVING, ''), size);
  const counted = /按(?:照)?(?<n>[二两三四五六])个?(?<noun>等次|等级|档次|档|层次|级别|类别)/u.exec(
    before,
  )?.groups;
  if (!items && counted && '零一二三四五六'.indexOf(counted.n!.replace('两', '二')) === size) {
    made.choices.push(`“${counted.n}个${counted.noun}”按从高到低对应各档金额理解`);
    const names = Array.from({ length: size }, (_, i) => `第${'一二三四五六'[i]}${counted.noun}`);
    return { names, head: '', tail: '', start: 0, end: 0, order: counted.noun! };
  }
  // 单趟300人以上、600人以上且…的，分别: the bounds of a list, whatever stands behind it.
  const bounds = items
    ? undefined
    : made.lists.find((list) => list.length === size && list.at(-1)!.end <= before.length);
  if (bounds)
    return {
      names: bounds.map(({ figure }) => figure.text),
      head: '',
      tail: '',
      start: bounds[0]!.start,
      end: bounds.at(-1)!.end,
    };
  if (!items) {
    made.troubles.push(`${size}个金额与前面所列的项目数目对不上`);
    return null;
  }
  if (!/分别|各|依次|对应/u.test(before))
    made.choices.push('金额与前面所列项目按次序对应理解（原文没有写“分别”）');
  return items;
}
