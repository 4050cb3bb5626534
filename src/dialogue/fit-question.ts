/** Whether a message asks if one qualifies, or what one gets. */

/** 够不够 · 我们符合吗 · 满足吗 · 有没有资格. */
export const ASKS_STANDING =
  /够不够|够(?:条件|格|资格)|符不符合|符合(?:条件|要求)?[吗么不]|满足[吗么不]|有没有资格|有资格|我们[^，。？?]{0,10}(?:吗|么|多少|不)/u;
/** 能申请吗 · 可以拿多少 · 能不能领. */
const ASKS_WHETHER =
  /(?:能|可以|可不可以|能不能|能否|是否(?:能|可以)?)[^，。？?]{0,6}(?:拿|领|申请|申报|享受|报|补|奖|得|给)/u;
/** 拿多少 · 怎么算 · 测算. */
const ASKS_SUM = /(?:拿|领|补|奖|给)(?:到)?多少|怎么算|测算|算算|算一下|^算$/u;

export function asksWhetherItFits(text: string): boolean {
  return [ASKS_STANDING, ASKS_WHETHER, ASKS_SUM].some((pattern) => pattern.test(text));
}
