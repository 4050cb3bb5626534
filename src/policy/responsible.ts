/** Who answers for a measure: 【责任单位：…】, （牵头单位：…；配合单位：…）, （市工信局牵头，市财政局配合）, a line 责任部门：…. */

const ROLE = '(?:责任|牵头|配合|主管|实施|承办|主办|协办|主责|负责|主要责任|主体责任|协同|参与|落实|执行)';
const BODY_WORD = '(?:单位|部门|处室|科室|股室|机构|机关|主体|分工)';
const LABEL = new RegExp(`(?:[省市县区]级)?${ROLE}(?:[、和及与]?${ROLE})?${BODY_WORD}(?:及分工)?[：:]?`, 'u');
const OPENING = '（(【[〔［';
const CLOSING = '）)】]〕］';

export interface Responsible {
  units: string[];
  /** Ranges of the text given that name them, brackets included. */
  ranges: { start: number; end: number }[];
}

export function readResponsible(text: string, paragraphStarts: readonly number[] = [0]): Responsible {
  const ranges = [...bracketed(text, paragraphStarts), ...labelledLines(text, paragraphStarts)].sort(
    (a, b) => a.start - b.start,
  );
  const outer = ranges.filter((range, i) => !ranges.slice(0, i).some((earlier) => range.start < earlier.end));
  const units: string[] = [];
  for (const { start, end } of outer)
    for (const unit of readUnits(text.slice(start, end))) if (!units.includes(unit)) units.push(unit);
  return { units, ranges: outer };
}

/** Brackets that hold a label, or that end in 负责, 牵头, 配合, 落实. */
function* bracketed(
  text: string,
  paragraphStarts: readonly number[],
): Generator<{ start: number; end: number }> {
  for (let start = 0; start < text.length; start++) {
    if (!OPENING.includes(text[start]!)) continue;
    const end = closingOf(text, start);
    const inside = text.slice(start + 1, end - 1);
    const labelled = new RegExp(`^${LABEL.source}`, 'u').test(inside) && /[：:]/u.test(inside.slice(0, 16));
    const assigned =
      inside.length >= 4 &&
      /(?:负责|牵头|配合|落实|分工负责|参与)(?:[，,；;][^，,；;]{0,14}(?:完成|推进|实施|落实|取得成效|见效))?[；;。]?$/u.test(
        inside,
      ) &&
      /(?:局|委|厅|部|办|中心|政府|部门|单位|公司|银行|行|院|会|处|区|县|组)/u.test(inside) &&
      !/[。]./u.test(inside);
    if (labelled || assigned || namesOnly(inside, paragraphStarts.includes(end) ? undefined : text[end])) {
      yield { start, end };
      start = end - 1;
    }
  }
}

/** '…给予奖励。（市工业和信息化局、市财政局，各县（市、区）人民政府）': names of bodies and nothing else, at the end. */
const BODY_NAME =
  /^(?:[省市区县州]|各|国家|中国|人民银行|人行)[\p{Script=Han}（）、“”·]{1,28}(?:局|委|厅|部|办|办公室|政府|中心|管委会|委员会|单位|部门|分行|支行|公司|集团|海关|法院|检察院|团委|工会|妇联|工商联|街道|乡镇)$/u;
const namesOnly = (inside: string, next: string | undefined): boolean =>
  (next === undefined || /[。\n]/u.test(next)) &&
  inside.length >= 4 &&
  splitOutside(inside, /[、，,；;]/u).every((name) => BODY_NAME.test(name.replace(ET_CETERA, '')));

function closingOf(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    if (OPENING.includes(text[i]!)) depth++;
    else if (CLOSING.includes(text[i]!) && --depth === 0) return i + 1;
  }
  return text.length;
}

/** A paragraph, or the end of a sentence, that begins with the label: '责任单位：市工信局、市财政局。' */
function* labelledLines(
  text: string,
  paragraphStarts: readonly number[],
): Generator<{ start: number; end: number }> {
  const ends = [...paragraphStarts.slice(1), text.length];
  const label = LABEL.source.replace('[：:]?', '');
  const afterSentence = '(?<=^|[。；;！])[—·•]*(?:\\d[.．、]|[（(][一二三四五六七八九十\\d]+[）)])?';
  // A PDF may have lost the full stop before it.
  const afterWord = `(?<=\\p{Script=Han})(?=${label}[：:][省市区县州各])`;
  const form = new RegExp(
    `(?:${afterSentence}|${afterWord})${label}(?:[（(][^（()）]{0,12}[）)])?[：:]`,
    'gu',
  );
  for (const [k, from] of paragraphStarts.entries()) {
    const paragraph = text.slice(from, ends[k]);
    for (const found of paragraph.matchAll(form)) {
      const said = paragraph.slice(found.index);
      const stop = new RegExp(`。|${INNER_OTHER.source}`, 'u').exec(said);
      yield {
        start: from + found.index,
        end: from + found.index + (stop ? stop.index + stop[0].length : said.length),
      };
    }
  }
}

/** Words about how the work is shared, not part of a name. */
const MANNER =
  /(?:按照?(?:各自)?职责(?:分工)?(?:共同|分别)?(?:负责|落实|推进)?|按(?:照)?(?:各自)?分工(?:负责|落实)?|按职能(?:分工)?(?:负责)?|分工负责|分别负责|共同负责|具体负责|负责落实|负责|牵头(?:负责|落实)?|配合(?:落实)?|参与|组织实施|落实)$/u;
const ET_CETERA = /等(?:有关|相关|各有关|各相关)?(?:部门|单位|职能部门|市直部门|区直部门)?$/u;
/** A second label without a sign before it: '牵头单位：市工信局 配合单位：市财政局'. */
const INNER_LABEL = new RegExp(`(?<=[局委厅部办府心会院行司位门处社团])(?=${ROLE}${BODY_WORD}[：:])`, 'gu');
/** '牵头部门：市工信局完成时限：2025年底': a line about something else that was joined to it. */
const INNER_OTHER =
  /(?<=\p{Script=Han})(?=(?:完成|落实|办结|推进)?(?:时限|时间|期限|进度|时间节点|完成时间)[：:])/gu;
/** '…工业和信息化局等市有关部门和各县（市、区）人民政府' */
const AND_OTHERS =
  /等(?:省|市|区|县)?(?:直)?(?:各)?(?:有关|相关)?(?:部门|单位)(?:和|及|与|以及)(?=各|[省市区县])/gu;
/** '排在首位的为牵头单位，下同' says who leads. */
const NOTE = /^下同|排在|排名第|首位|列第一|\d{4}年|^持续|^长期|^每[年季月]|(?:完成|推进|见效)$/u;
/** Labels whose values are not bodies: 完成时限：2024年底前. */
const OTHER_LABEL =
  /^(?:完成|落实)?(?:时限|时间|期限|进度|时间节点|完成时间|目标|联系人|联系电话|电话)[：:]/u;

function readUnits(range: string): string[] {
  const bracket = OPENING.includes(range[0]!) && closingOf(range, 0) === range.length;
  const inside = bracket ? range.slice(1, CLOSING.includes(range.at(-1)!) ? -1 : undefined) : range;
  const units: string[] = [];
  for (const part of splitOutside(
    inside.replaceAll(INNER_LABEL, '；$&').replaceAll(INNER_OTHER, '；'),
    /[；;。]/u,
  )) {
    if (OTHER_LABEL.test(part)) continue;
    const groups = splitOutside(
      part.replaceAll(
        new RegExp(
          `(?<=^|[，,；])[—·•]*(?:\\d[.．、]|[（(][一二三四五六七八九十\\d]+[）)])?${LABEL.source}`,
          'gu',
        ),
        '',
      ),
      /[，,]/u,
    );
    for (const group of groups) units.push(...unitsOfGroup(group));
  }
  return units;
}

/** '各镇、街办、管理处' is one unit, as it is written; '市工信局、市财政局' are two. */
function unitsOfGroup(group: string): string[] {
  const bare =
    /^各(?:有关|相关)?(?:乡镇|镇|乡|街道|街办|街|市|县|区|旗|园区|盟|州|设区市|村|社区)(?:（[^（）]*）)?、/u;
  const named = group.replace(AND_OTHERS, '、');
  const names = bare.test(named)
    ? [named]
    : splitOutside(named, /、|(?:会同|商)(?=[省市区县州])|(?:及|和|以及)(?=各)/u);
  return names
    .map(tidyUnit)
    .filter((name) => name.length >= 2 && !OTHER_LABEL.test(name) && !NOTE.test(name));
}

function tidyUnit(name: string): string {
  let tidy = name
    .replace(new RegExp(`^${LABEL.source}`, 'u'), '')
    .replace(/^(?:由|并由|以及|和|及)(?=[省市区县州])/u, '');
  for (let before = ''; before !== tidy; ) {
    before = tidy;
    tidy = tidy
      .replace(MANNER, '')
      .replace(ET_CETERA, '')
      .replace(/[。；;，、：:]$/u, '');
  }
  return tidy;
}

/** Splits where no bracket is open: '各县（市、区）人民政府' stays whole. */
function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let current = '';
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (OPENING.includes(character)) depth++;
    else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
    const found = depth === 0 ? new RegExp(`^(?:${separator.source})`, 'u').exec(text.slice(i)) : null;
    if (found) {
      parts.push(current);
      current = '';
      i += found[0].length - 1;
    } else current += character;
  }
  return [...parts, current].map((part) => part.trim()).filter(Boolean);
}
