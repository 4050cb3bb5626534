/** How to apply: what the document says of it beside the clause, and what it leaves out. Only what was asked for and stands nowhere is called missing. */
import type { GuidePart, Measure, Policy } from '../../policy/index.ts';
import { sentencesOf } from '../../retrieval/index.ts';
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
    // 到哪天 asks for a day.
    asked: /哪里|[在去到]哪(?!一?[天日年月])|哪儿|地址|地点|窗口/u,
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
  written: /\d+\s*个?(?:工作日|自然日|日内|天内)/u,
};

/** Whom it is for, and on which conditions: asked of a guide, never called missing. */
const WHO: Part = {
  name: measureWords.whom,
  guide: ['对象'],
  asked:
    /(?:谁|哪些人|什么人|哪些?(?:企业|公司|单位)|什么样?的?(?:企业|公司|单位))[^，。]{0,4}(?:能|可以|申请|申报|办)|(?:对象|条件|资格)(?:是|有|要|都|怎|$|[？?吗呢])/u,
  written: /(?!)/u,
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
  // 怎么弄: how it goes is said first.
  const wanted = asked.length > 0 ? asked : PARTS.filter(({ name }) => name === measureWords.procedure);
  const told = wanted.flatMap((part) => guideLine(part, guide, text) ?? []);
  const missing = unsaid.filter((part) => !guide.some(({ part: kind }) => part.guide.includes(kind)));
  const notWritten = missing.length
    ? measureWords.notWritten(missing.map(({ name }) => name).join('、'), whom)
    : null;
  return lines(...told, notWritten) || null;
}

/** What applies to a measure: what stands in it, beside all measures, as a section of its own (申报材料), or in a section that grants nothing. */
export function guideOf(policy: Policy, measure: Measure | null): Policy['guide'] {
  const holds = ({ clause }: Measure, item: Policy['guide'][number]) =>
    item.start >= clause.start && item.end <= clause.end;
  return [...policy.guide.filter(saysSomething), ...saidForAll(policy)].filter((item) => {
    const home = policy.measures.find((one) => holds(one, item));
    return (
      !home ||
      home === measure ||
      text(item).startsWith(text(home.clause).slice(0, 40)) ||
      !grantsSomething(home)
    );
  });
}

/** 三、流程, in a table of contents, says nothing of how it goes. */
const saysSomething = ({ text: said }: Policy['guide'][number]): boolean =>
  text({ text: said }).replace(NUMBERED, '').length > LONGEST_NAME;
const LONGEST_NAME = 6;

/** 通过“云企通”平台提出申请, in a closing paragraph: said of all measures, though no section of its own says it. */
function saidForAll(policy: Policy): Policy['guide'] {
  // 需将以下材料送至窗口, among the steps, says it nearer than a closing paragraph.
  const has = (part: GuidePart, written: RegExp) =>
    policy.guide.some((item) => item.part === part || written.test(item.text));
  return policy.clauses
    .filter(({ name }) => name === 'tail')
    .flatMap(({ text, start, end }) =>
      PARTS.flatMap(({ guide: [part], written }): Policy['guide'] => {
        if (part === undefined || has(part, written)) return [];
        const said = sentencesOf(text).find(
          (one) => APPLYING.test(one) && written.test(one) && !ANNEX.test(one),
        );
        return said === undefined ? [] : [{ part, text: said.trim(), start, end }];
      }),
    );
}
/** 2.专项资金申请表（样表）: an annex by its name. */
const ANNEX = /^\s*(?:附件[：:]?)?\s*\d{1,2}[.．、]?[^。，；]*(?:表|书|单|样本|样表[）)])\s*$/u;
const APPLYING = /申请|申报|报送|填报|办理|提交/u;

/** '给予10万元奖励', '按利息的50%补贴': a section of a guide (咨询途径, 注意事项) has no such sentence. */
export const grantsSomething = ({ clause }: Measure): boolean =>
  clause.text.split(/[。；\n]/u).some((said) => GIVES.test(said) && MONEY.test(said));
const GIVES = /给予|给与|补贴|补助|奖励|奖补|补偿|贴息|减免|返还|资助/u;
const MONEY = /\d[\d.]*\s*(?:万|亿)?\s*元|\d[\d.]*\s*[%‰]|全额|减半/u;

/** A part of a guide in words: its heading and what stands under it, as far as a message holds it; `quote` is verbatim. */
export interface Said {
  label: string;
  text: string;
  quote: string;
  start: number;
  end: number;
}

/** What a guide says of every part that a question asks for; empty where it says nothing of one of them. */
export function askedOfGuide(question: string, guide: Policy['guide']): Said[] {
  const asked = [...PARTS, TIMES, WHO].filter((part) => part.asked.test(question));
  const said = asked.map((part) => nearest(part, guide, question) ?? withinSteps(part, guide));
  const told = said.filter((one) => one !== null);
  return told.length === said.length
    ? told.filter(({ start }, i) => told.findIndex((one) => one.start === start) === i)
    : [];
}

/** '投诉电话', '邮寄地址' only where complaints or letters are asked about. */
const APART = /投诉|监督|举报|邮寄|邮箱/u;
const PLACES = /地点|地址|窗口/u;

/**
 * The one whose heading ends in a word of the question (办理条件, not 办理对象), else a place before the body that receives, else the
 * first.
 */
function nearest(part: Part, guide: Policy['guide'], question: string): Said | null {
  const items = part.guide
    .flatMap((name) => guide.filter((item) => item.part === name))
    .map((item) => saidIn(item, part.name));
  const fitting = items.filter(({ label }) => APART.test(label) === APART.test(question));
  const among = fitting.length > 0 ? fitting : items;
  return (
    among.find(({ label }) => question.includes(label.slice(-2))) ??
    among.find(({ label }) => part.guide[0] === '地址' && PLACES.test(label)) ??
    among[0] ??
    null
  );
}

/** How long it takes may be said among the steps: '自受理之日起20日内作出决定'. */
function withinSteps(part: Part, guide: Policy['guide']): Said | null {
  if (part !== TIMES) return null;
  for (const item of guide.filter((one) => one.part === '步骤')) {
    const body = item.text.slice(HEADING.exec(item.text)?.[0].length ?? 0);
    const quote = stretchOf(body.match(/[^。；]+[。；]?/gu) ?? [], TIMES.written);
    if (quote) return { label: part.name, text: oneLine(quote), quote, start: item.start, end: item.end };
  }
  return null;
}

/** From the first to the last sentence that says it; the first alone where that is too much for a message. */
function stretchOf(sentences: readonly string[], says: RegExp): string | null {
  const first = sentences.findIndex((sentence) => says.test(sentence));
  if (first < 0) return null;
  const last = sentences.findLastIndex((sentence) => says.test(sentence));
  const all = sentences
    .slice(first, last + 1)
    .join('')
    .trim();
  return all.length > LONGEST_PART ? sentences[first]!.trim() : all;
}

const oneLine = (quote: string): string => quote.replaceAll(/\s*\n\s*/gu, '');

/** `name`: what it is called where it has no heading. */
function saidIn({ text: said, start, end }: Policy['guide'][number], name: string): Said {
  const heading = HEADING.exec(said)?.[0] ?? '';
  const label = heading.replace(NUMBERED, '').replace(/[：:。\s]+$/u, '');
  const rest = said.slice(heading.length).trim();
  const quote = rest.length > LONGEST_PART ? cutAtSign(rest) : rest;
  const shown = oneLine(quote);
  return { label: label || name, text: quote.length < rest.length ? `${shown}……` : shown, quote, start, end };
}

/** The first sentences or items that a message holds. */
function cutAtSign(said: string): string {
  const held = said.slice(0, LONGEST_PART);
  const end = Math.max(...[...'。；;'].map((sign) => held.lastIndexOf(sign)));
  return end > 0 ? held.slice(0, end + 1) : held;
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

const NUMBERED = /^[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．]?/u;
/** '三、申报材料\n', '咨询电话：' before what is said. */
const HEADING =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．]?)?[^：:。，,；\n]{2,16}?(?:[：:。\n]\s*|(?=[（(]一[）)]))/u;
