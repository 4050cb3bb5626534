/** '经备案的服务商（软件服务商、安全服务商等）': the kinds that brackets behind a noun name; who is one of them is what the noun says. */
import type { Limb } from './cut.ts';

const KINDS = /(?<before>[^（）()，。；]{2,60})[（(](?<list>[^（）()]*、[^（）()]*?)等?[）)]/gu;
/** 具备相应资质的数字采集服务商: said of all of them. */
const SAID_OF_ALL = /^(?:包括|含|指|即|如|具备|具有|符合|经)(?:[^、]{0,16}的)?/u;
const MOST = 8;
const MOST_ALIKE = 0.6;

/** What else the condition may be called, the noun in it replaced by each of its kinds. */
export function kindsOf(words: string, { passage }: Limb): string[] {
  return Array.from(passage.text.matchAll(KINDS)).flatMap(({ groups }) => {
    const at = words.indexOf(groups!.before!.slice(-OVERLAP));
    if (at < 0) return [];
    const end = at + OVERLAP;
    const start = words.lastIndexOf('的', end - 1) + 1;
    const noun = words.slice(start, end);
    const members = groups!.list!.split('、').map((member) => member.replace(SAID_OF_ALL, ''));
    // Most of them end as the noun does: else the brackets list something else.
    const alike = members.filter((member) => member.endsWith(noun.slice(-2))).length;
    if (members.length < 2 || alike < MOST_ALIKE * members.length) return [];
    return members.slice(0, MOST).map((member) => words.slice(0, start) + member + words.slice(end));
  });
}
/** So much of what stands before the bracket is looked for in the condition. */
const OVERLAP = 4;
