/** How to apply: what the document says of it beside the clause, and what it leaves out. Only what was asked for and stands nowhere is called missing. */
import type { GuidePart, Measure, Policy } from '../../policy/index.ts';
import { measureWords } from '../answers.ts';
import { lines } from './parts.ts';

interface Part {
  name: string;
  /** Where a document says it; the first that it has. */
  guide: readonly GuidePart[];
  asked: RegExp;
  /** Shows that the text does say it. */
  written: RegExp;
}

const PARTS: readonly Part[] = [
  {
    name: measureWords.materials,
    guide: ['材料'],
    asked: /材料|资料|证件|证明|手续|表格|附件/u,
    // 申请表 · 申报材料： · 提交下列材料 · 上传身份证照片 · 营业执照复印件
    written:
      /申请表|材料清单|提交.{0,6}材料|(?:申报|申请|报送|证明|所需|上传|下列|以下)[^，。]{0,6}(?:材料|资料)|材料\s*[：:]|复印件|扫描件|身份证/u,
  },
  { name: measureWords.telephone, guide: ['电话'], asked: /电话|号码|热线/u, written: /\d{5,}/u },
  {
    name: measureWords.office,
    guide: ['地址', '步骤'],
    asked: /哪里|在哪|去哪|到哪|哪儿|地址|地点|窗口/u,
    written:
      /(?:通过|登录|登陆|依托|进入)[^，。]{0,15}(?:平台|系统|网站|小程序)|网上|在线|窗口|掌上|小程序|地址/u,
  },
  {
    name: measureWords.procedure,
    guide: ['步骤'],
    asked: /流程|步骤|(?:怎么|如何|咋|怎样).{0,3}(?:申请|申报|办|领|报)/u,
    written:
      /(?:通过|登录|登陆|依托|进入)[^，。]{0,15}(?:平台|系统|网站|小程序)|网上|在线|掌上|全程网办|流程|程序/u,
  },
];

/** Called missing only where it is asked for. */
const TIMES: Part = {
  name: measureWords.times,
  guide: ['时限'],
  asked: /多久|多长时间|几天|到[账帐]|打款|打钱|发放|发钱|发下来|拨付|拨款|兑付|批下来|批复|审[核批]/u,
  written: /\d+个?工作日/u,
};

/** A longer part is told as far as a message holds it; the rest stands behind 原文. */
const LONGEST_PART = 220;

/**
 * 申请材料：申请表、营业执照复印件。 · 联系电话，文件没有写，可问…; null when all that was asked for stands in `text`. Without a
 * question only what is missing. `guide`: where the document says how to apply.
 */
export function missingLine(
  question: string | undefined,
  text: string,
  whom: string | null,
  guide: Policy['guide'] = [],
): string | null {
  const asked = [...PARTS, TIMES].filter((part) => part.asked.test(question ?? ''));
  const unsaid = (asked.length ? asked : PARTS).filter((part) => !part.written.test(text));
  const told = asked.flatMap((part) => guideLine(part, guide, text) ?? []);
  const missing = unsaid.filter((part) => !guide.some(({ part: kind }) => part.guide.includes(kind)));
  const notWritten = missing.length
    ? measureWords.notWritten(missing.map(({ name }) => name).join('、'), whom)
    : null;
  return lines(...told, notWritten) || null;
}

/** What applies to a measure: what stands in it, beside all measures, or as a section of its own (申报材料). */
export function guideOf(policy: Policy, measure: Measure | null): Policy['guide'] {
  const holds = ({ clause }: Measure, item: Policy['guide'][number]) =>
    item.start >= clause.start && item.end <= clause.end;
  return policy.guide.filter((item) => {
    const home = policy.measures.find((one) => holds(one, item));
    return !home || home === measure || text(item).startsWith(text(home.clause).slice(0, 40));
  });
}

const text = (clause: { text: string }): string => clause.text.replaceAll(/\s/gu, '');

/** What the document says of a part, where the shown text does not say it itself. */
function guideLine(part: Part, guide: Policy['guide'], shown: string): string | null {
  const item = part.guide.flatMap((name) => guide.filter(({ part: kind }) => kind === name))[0];
  if (!item || text({ text: shown }).includes(text(item))) return null;
  const said = item.text.replace(HEADING, '').replaceAll(/\n+/gu, ' ').trim();
  if (!said) return null;
  return measureWords.guide(part.name, said.length > LONGEST_PART ? `${said.slice(0, LONGEST_PART)}…` : said);
}

/** '三、申报材料\n', '咨询电话：' before what is said. */
const HEADING = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．]?)?[^：:。，,；\n]{2,16}[：:。\n]\s*/u;
