/** 跟新建项目比哪个划算 · 技改和新建哪个给得多: two kinds held against each other, which tells nothing of oneself. */
import type { Span } from './utterance.ts';

const BETTER =
  /(?:哪[一]?(?:个|种|样|项|边|家|类)|谁|怎么选|选哪|哪)[^，。；？！,;?!]{0,6}(?:划算|合算|划得来|多|高|好|强|合适|优惠)|(?:划算|合算|划得来)/u;
const HELD_AGAINST =
  /(?:跟|和|与|同|比|相比)[^，。；？！,;?!]{2,14}?(?=相?比|哪|谁|划|合算|，|$)|[^，。；？！,;?!]{2,14}?(?:跟|和|与|同)[^，。；？！,;?!]{2,14}?(?=相?比|哪|谁)/u;

/** From what is held against each other to the end of its clause; null where nothing is. */
export function comparedIn(text: string): Span | null {
  if (!BETTER.test(text)) return null;
  const match = HELD_AGAINST.exec(text);
  if (!match) return null;
  const rest = /^[^，。；？！,;?!]*/u.exec(text.slice(match.index))![0];
  return { start: match.index, end: match.index + rest.length };
}
