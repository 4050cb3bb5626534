/** The reference of policy.yaml: its keys and types from the schema that checks it, a sentence for each from the table below. */
import { z } from 'zod';
import { PAY_WORDS, policySchema } from '../../src/policy/index.ts';

/** A key of the file by its path; `[]` and `*` stand for each entry of a list or a table. */
export const KEYS: Record<string, string> = {
  document: '文号，照文件写；没有文号就不写，用文件夹名代替。',
  title: '标题，照文件写。',
  issuer: '发文机关。',
  stands: '上面三项在原文里的位置（从 0 数起的 [起, 止]）；写了就必须与原文一致。',
  'stands.document': '文号的位置。',
  'stands.title': '标题的位置。',
  'stands.issuer': '发文机关的位置。',
  place: '文件管哪个地方，如 南昌市。企业没说在别处，就当作在这里。',
  places: '不止一个地方时全部列出，第一个与 place 相同。',
  names: '大家怎么称呼这份文件，如 工信十条。',
  approved: '谁在哪天批准的；没有这一项就是草稿，什么也不回答。用 huiqi approve 写入。',
  'approved.on': '批准的日期。',
  'approved.by': '批准的人。',
  issued: '成文（印发）日期。',
  'issued.on': '日期。',
  'issued.quote': '原文里写这个日期的句子，一字不差。',
  'issued.posted': 'true：只知道网页哪天发布，文件可能更早。',
  valid: '有效期。',
  'valid.from': '从哪天起；写 issued 就是自印发之日起。',
  'valid.to': '到哪天止；原文没写就不写。',
  'valid.quote': '原文里写有效期的句子。',
  apply: '申报截止。',
  'apply.by': '最后一天。',
  'apply.quote': '原文里写截止的句子。',
  overlap: '同一事项符合多项时怎么办。',
  'overlap.keep': 'higher：就高不就低。',
  'overlap.on': 'same-item：同一事项。',
  'overlap.quote': '原文里写这一点的句子。',
  scope: '整份文件对谁适用（第二条、适用对象）。',
  'scope.quote': '原文里写这一点的句子。',
  'scope.presumes': '没说就当作满足的条件；每一项待遇都带上，除非它写了 ownScope。',
  explained: '由谁解释。',
  'explained.by': '解释的单位。',
  'explained.quote': '原文里写这一点的句子。',
  relations: '与别的文件的关系。',
  'relations[].kind': '废止、替代、修订、配套细则、依据或转发。',
  'relations[].document': '对方的文号。',
  'relations[].title': '对方没有文号时，它的标题。',
  'relations[].quote': '原文里写这一点的句子。',
  address: '原文发布在哪个网址。',
  facts: '这份文件自己用到的情况，用文件的话命名；名称 → 下面这些。',
  'facts.*.type': 'boolean（是不是）、number（数）、choice（哪一种）、date（哪天）或 place（在哪里）。',
  'facts.*.unit': '数的单位：person 人、yuan 元、ratio 比例、kWh，或文件里的写法（亩、家、件、平方米…）。',
  'facts.*.label': '复述时怎么叫；不写就用名称。',
  'facts.*.topic': '同一话题的几项一起问；不写就单独问。',
  'facts.*.question': '怎么问企业。',
  'facts.*.hint': '问题后面的提示：怎么算。',
  'facts.*.words': '企业会怎么说它，三到十个；不写也听得懂名称和单位。',
  'facts.*.denied': '怎么说就是“不是”。',
  'facts.*.other': '旁边有这些词时，说的是别的事。',
  'facts.*.hints': '较弱的线索（行业等），没有明说时才算。',
  'facts.*.deniedHints': '较弱的反面线索。',
  'facts.*.unlikely': '有这些行业时多半不是。',
  'facts.*.trades': '哪些行业就算是（knowledge/core/trades.yaml），别的行业就不是；choice 则是说的哪些行业。',
  'facts.*.follows': '从哪些情况可以推出它。',
  'facts.*.granted': '是要认定、获批的：还在申报就不算有。',
  'facts.*.answers': '刚问完时的简短回答。',
  'facts.*.answers.yes': '算“是”的回答。',
  'facts.*.answers.no': '算“不是”的回答。',
  'facts.*.values': 'choice 的各种值和说法。',
  'facts.*.groups': '一个词包括几种值的（如 小微）。',
  'facts.*.groups[].oneOf': '包括哪几种。',
  'facts.*.groups[].words': '怎么说。',
  'facts.*.many': '可以同时是几种。',
  'facts.*.plausible': '多大的数才可信。',
  'facts.*.plausible.min': '最小。',
  'facts.*.plausible.max': '最大。',
  'facts.*.plausible.whole': '必须是整数。',
  'facts.*.things':
    '日期：这一天是什么的日子（订单、合同），和“做了什么”的词分开写；日期要紧挨着它：7月的订单。',
  'facts.*.several': '一条消息里有几个数时：largest 取最大，total 取合计。',
  'facts.*.timeless': '不属于哪个时间段。',
  'facts.*.spentOn': '钱花在哪些情况上；说到其中一项花了多少，就是这个数。',
  'facts.*.implies': '它成立时，还有什么跟着成立。',
  'facts.*.series': '增速是从哪几个数算出来的。',
  'facts.*.series.level': '本期的数。',
  'facts.*.series.previous': '上期的数。',
  'facts.*.series.increase': '增加的数。',
  'facts.*.presumed': '没说就当作是这个值，不问。',
  'facts.*.formerly': '选项：以前是另一个选项（写它的名字）里的哪一个。',
  'facts.*.role': 'place：企业在哪里；same-item：同一事项在别处拿过；lower-step：较低一档已经拿过。',
  'facts.*.entity': '说的是什么：企业以外的订单、项目、贷款、产品。',
  'facts.*.attribute': '几项是同一件事的不同方面时，那件事的名称（营业收入）。',
  'facts.*.facet': '是哪个方面（增速、净增额）。',
  'facts.*.of': '部分对应的总数是哪一项。',
  'facts.*.period': '数属于哪个时间段：last-year、this-year、window 或 none。',
  chapters: '章。',
  'chapters[].number': '第几章。',
  'chapters[].title': '章的标题。',
  'chapters[].span': '在原文里的位置。',
  clauses: '条款之外也能引用的部分。',
  'clauses[].name': 'head 开头、body 条款之间、tail 结尾、annex 附件。',
  'clauses[].span': '在原文里的位置。',
  'clauses[].aliases': '大家会怎么问到它。',
  furniture: '不是正文的整行（页眉、网页导航）的位置；读的时候跳过。',
  guide: '办事指南里的句子：对象、材料、步骤、地址、电话、时限。',
  'guide[].part': '是哪一部分。',
  'guide[].span': '在原文里的位置。',
  review: '待核：读到了但没把握的。核对以前不说、不算。',
  'review[].field': '是哪一项。',
  'review[].value': '读到的值。',
  'review[].reason': '为什么没把握。',
  'review[].span': '在原文里的位置。',
  measures: '各条，编号 → 下面这些；章内重新编号的写成 3-1。',
  'measures.*.title': '这一条的标题。',
  'measures.*.chapter': '在第几章（从 1 数起）。',
  'measures.*.span': '在原文里的位置。',
  'measures.*.responsible': '责任单位。',
  'measures.*.aliases': '老板、会计、办事员会怎么问到这一条。',
  'measures.*.benefits': '这一条给什么；没有就只引用原文，不计算。',
  'measures.*.benefits[].benefit': '叫什么补贴。',
  'measures.*.benefits[].quote': '依据的句子，与原文一字不差；下面每个数都要在里面。',
  'measures.*.benefits[].needs': '条件，要全部满足，写法见下。',
  'measures.*.benefits[].vague': '符合条件的、按规定：名称 → 原文的词。只有企业明说符合才算。',
  'measures.*.benefits[].inherits': '别的条款（名词解释、适用范围）给它加的条件。',
  'measures.*.benefits[].inherits[].quote': '那一句，与原文一字不差；下面的数要在里面。',
  'measures.*.benefits[].inherits[].needs': '条件，写法与 needs 相同，要全部满足。',
  'measures.*.benefits[].presumes': '没说就当作满足的条件，回答里列为前提。',
  'measures.*.benefits[].discretionary': '鼓励、支持这类词：给不给由别人定，不说“可得”。',
  'measures.*.benefits[].pays': '给多少，从上往下第一行成立的算，写法见下。',
  'measures.*.benefits[].ownScope': 'true：不受文件的适用对象限制。',
  'measures.*.benefits[].pool': '全部企业合计的额度，不是一家的上限。',
  'measures.*.benefits[].during': '数属于哪个时间段：[起, 止]。',
  'measures.*.benefits[].until': '这一项到哪天为止，与文件不同才写。',
  'measures.*.benefits[].once': '一次性。',
  'measures.*.benefits[].reading': '有歧义的句子是怎么理解的；回答里会说明。',
  'measures.*.benefits[].for': 'persons：给个人，不给企业。',
  'measures.*.benefits[].paidOut': '怎么发放（分三年按50%、30%、20%兑付）。',
  'measures.*.benefits[].drafted': '程序自动读出的：把握和理由。人核对过后去掉。',
  'measures.*.benefits[].drafted.grade': 'A 全由条文写法得出；B 作过选择；C 有金额没读明白，只引用。',
  'measures.*.benefits[].drafted.reasons': '作了哪些选择。',
};

/** Tests of a condition and limits of a row, word by word. */
export const WORDS: Record<string, string> = {
  atLeast: '以上、不低于、达到（含本数）',
  over: '超过、高于（不含本数）',
  atMost: '以下、不超过（含本数）',
  under: '不足、低于（不含本数）',
  between: '两数之间，两端都含',
  is: '是某一种',
  in: '是其中一种；原文以“等”结尾时加 open: 等',
  within: '在某段日期里：[起, 止]',
  open: '名单以这个词（等）结尾：不在名单里的不一定不行',
  any: '满足其中一个',
  all: '全部满足',
  not: '不满足',
  listed: '名单里的一个，名单以“等”（写在 open）结尾：都不是也不算不行',
  oneReading: '一种读法算条件、另一种不算：是也只算待定',
};

export const LIMIT_WORDS: Record<string, string> = {
  when: '这一行另有的条件',
  cap: '最高多少',
  capPer: '最高是对谁说的：enterprise 一家企业、project 一个项目、enterprise-year 一家企业一年',
  capYear: '一家企业一年最高多少',
  capEach: '一个、一次、一台最高多少：几个是不是各算各的没有说时，不超过它的一定给得到',
  floor: '最低多少',
  atLeast: 'true：不低于，算出的是下限',
  atMost: 'true：不超过，算出的是上限，不保证全额',
  saved: 'true：免的是费或税，省下而不是发放',
  added: 'true：与前面成立的一行同时给，合计（另奖励3万元）；它所要的一项也没有说到的，按没有算',
  capAll: '这一行与其他各行合计最高多少',
};

export const FORM_WORDS: Record<string, string> = {
  yuan: '一笔钱',
  share:
    '某个数的百分之几；to 是上到百分之几，plus 是再加几个百分点，of 是哪一项；kept: true 说的是仍要交的部分（按80%收取、八五折），省下的是其余',
  part: '另一句写明的金额的百分之几（按上述标准的50%）；whole 是那个金额，units 是按哪一项的数目',
  each: '每个多少；of 是哪一项，per 是每多少个，most 是最多算几个，to 是上到多少；partly 表示没有写不足一个 per 的算不算',
  monthly:
    '每月多少；of 是几个月，units 是按哪一项的数目（如人数），mostUnits 是最多算多少，most 是最多几个月（12个月、3年）',
  pieces: '按段算：每段一个 rate（比例或每个多少），over 是超过多少的部分，upTo 是到多少为止；of 是哪一项',
  kinds:
    '几类各给多少：每类写 each 和 of（这一类有几个）；只说了其中几类的，没说的按没有算；most 是各类加起来最多算几个；每月给的写 months（几个月），mostMonths 是最多几个月',
  split:
    '某个数按一个比例（或每个多少），其中一部分另有比例：of 是整个，part 是那一部分，other 是那一部分的比例',
  priced:
    '按每件价格的比例；of 是单价，units 是件数，capUnit 是每件最高，most 是最多算几件；条文说的是总价时 total 是总价',
  interest: '按年利率贴息；of 是贷款本金，upTo 是只算多少以内，months 是用了几个月，most 是最长多久',
  raised: '另一种给法再上浮；by 是上浮多少',
  rest: '另一种给法减去以前已得的；less 是以前已得多少',
  within: '另一种给法，但不超过某一项（of）的比例 share',
  capped: '几部分里有自己限额的一部分；at 是它最高多少',
  step: '达到 over 给 base，每多一个 step 再给 each',
  yearly: '第一年、第二年……各多少，合计',
  range: '从多少到多少之间',
  unstated: '给钱但没写多少，照原文的词',
  service: '给的不是钱：服务、优先、推荐',
  sum: '几部分相加',
};

interface Shape {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Shape[];
  properties?: Record<string, Shape>;
  items?: Shape;
  additionalProperties?: Shape | boolean;
  required?: string[];
}

/** Every word that a condition may have. */
export function wordsOfConditions(): string[] {
  const { $defs } = z.toJSONSchema(policySchema, { io: 'input', unrepresentable: 'any' }) as {
    $defs: Record<string, Shape>;
  };
  const found = new Set<string>();
  const visit = (shape: Shape): void => {
    for (const [key, inside] of Object.entries(shape.properties ?? {})) {
      found.add(key);
      visit(inside);
    }
    for (const one of shape.anyOf ?? []) visit(one);
    if (typeof shape.additionalProperties === 'object') visit(shape.additionalProperties);
  };
  for (const shape of Object.values($defs)) visit(shape);
  return [...found];
}

/** Every key that a policy.yaml may have, with its type. */
export function keysOfSchema(): Map<string, string> {
  const schema = z.toJSONSchema(policySchema, { io: 'input', unrepresentable: 'any' }) as Shape;
  const found = new Map<string, string>();
  const visit = (shape: Shape, path: string): void => {
    const solid = shape.anyOf?.find(({ type }) => type !== 'null') ?? shape;
    for (const [key, inside] of Object.entries(solid.properties ?? {})) {
      const at = path === '' ? key : `${path}.${key}`;
      found.set(at, typeName(inside));
      visit(inside, at);
    }
    if (solid.items) visit(solid.items, `${path}[]`);
    if (typeof solid.additionalProperties === 'object') visit(solid.additionalProperties, `${path}.*`);
  };
  visit(schema, '');
  return found;
}

const TYPES: Record<string, string> = {
  string: '文字',
  number: '数',
  integer: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '表',
};

function typeName(shape: Shape): string {
  const solid = shape.anyOf?.find(({ type }) => type !== 'null') ?? shape;
  if (solid.enum) return solid.enum.join('、');
  if (solid.const !== undefined) return String(solid.const);
  const types = [solid.type ?? []].flat().filter((type) => type !== 'null');
  return types.map((type) => TYPES[type] ?? type).join('或') || '文字';
}

const EXAMPLE = `document: 清府办发〔2026〕3号
place: 清江区
issued: { on: 2026-03-02, quote: 2026年3月2日 }
apply: { by: 2026-12-15, quote: 申报截至2026年12月15日 }
measures:
  1:
    aliases: [过年没停工有没有补贴]
    benefits:
      - benefit: 连续生产补贴
        quote: 对春节假期期间连续生产的制造业企业，每天在岗人数200人以上的，给予8万元一次性补贴；500人以上的，给予20万元一次性补贴
        needs: [manufacturing, { dailyOnDutyHeadcount: { atLeast: 200人 } }]
        pays:
          - { when: { dailyOnDutyHeadcount: { atLeast: 500人 } }, yuan: 20万元 }
          - { yuan: 8万元 }
        once: true
        reading: 500人一档没有重写前面的条件，按同样适用理解`;

const table = (words: Record<string, string>): string =>
  `| 写法 | 意思 |\n|---|---|\n${Object.entries(words)
    .map(([word, meaning]) => `| \`${word}\` | ${meaning} |`)
    .join('\n')}`;

export function policyReference(made: string): string {
  const rows = [...keysOfSchema()].map(([path, type]) => `| \`${path}\` | ${type} | ${KEYS[path] ?? ''} |`);
  const forms = Object.fromEntries(
    Object.entries(PAY_WORDS.forms).map(([form, keys]) => [keys.join(' + '), FORM_WORDS[form] ?? '']),
  );
  const limits = Object.fromEntries(PAY_WORDS.limits.map((word) => [word, LIMIT_WORDS[word] ?? '']));
  return `# policy.yaml 的写法

一份文件一个文件夹：\`knowledge/policies/<名称>/source.txt\` 是原文，一字不改；\`policy.yaml\` 在旁边，写文件的日期、各条和补贴规则。\`huiqi ingest 文件 --save\` 会把它写好，通常只要核对。写错了，\`huiqi knowledge check\` 指出是哪一行。

本页${made}

\`\`\`yaml
${EXAMPLE}
\`\`\`

数照原文写：10万元、1‰、300人、2亿元。写进规则的每个数都要在它的 \`quote\` 里找得到，“以上”和“超过”也分得清；找不到，检查就不过。

## 全部项目

\`[]\` 表示列表里的每一个，\`*\` 表示每个名称。没有列为必写的都可以不写。

| 项目 | 类型 | 说明 |
|---|---|---|
${rows.join('\n')}

## 条件

一个条件是一项情况的名称（是不是），或者 \`情况: { 比较: 数 }\`，或者几个条件合起来。

${table(WORDS)}

## 给多少

每行 \`pays\` 写一种，旁边可以写限制。

${table(forms)}

${table(limits)}
`;
}
