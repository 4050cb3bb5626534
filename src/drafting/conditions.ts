/** What has to hold for a grant: bounds of figures, and whatever else the clause says of the one who gets it. */
import { AND } from '../facts/index.ts';
import { type Bound, boundOf, positiveGrowth, withWhatGrows } from './bounds.ts';
import { type Conditions, type Flag, noConditions } from './condition.ts';
import { COUNT_WORDS } from './count-words.ts';
import { EXCLUSION, HOLDER, VAGUE } from './cues.ts';
import { ACTOR, ACTS, lacksThing, withoutPlainSubject } from './deeds.ts';
import { peopleDoing, peopleListed } from './people.ts';
import { type Phrase, phrasesOf } from './phrases.ts';
import type { Marked } from './role.ts';
import { partedByFigure } from './thing-bounds.ts';

/** Ways a phrase opens that say nothing of the condition itself. */
const OPENING = new RegExp(
  `^(?:[、和及]|对于|对|凡是?|如果|若|如|在(?=满足|符合)|给|其中|且|并且|${AND}|同时|此外|另外|另(?=对)|以及|或者|或|鼓励|支持|引导|为(?=.*的)|其(?!他|余|它)|该|每年|再|可以|均可|可(?=按|享|申))+`,
  'u',
);
/** How money is given, and out of what: no condition. */
const MANNER =
  /^(?:按照?|根据|依据|参照|由(?![^，]*的[^，]*(?:企业|单位|机构|项目))|从(?!事)|[省市区县]级?(?=财政|给|予|奖|补|资|再|另|按|分别|最高|$)|[省市区县]级?[^，的]{1,10}?(?:部门|局|委)(?=.)|财政|给予|予以|给与|一次性|每[家户个件项人张辆台亩年月]|单[个家户件台]|最高|原则上|本(?:措施|办法|条)|采取(?=[^，]{0,12}方式)|分(?:年度|档|期|批)|经费|奖励|补助|补贴|资助|在.{1,14}(?:基础上|幅度内|限额内|额度内|规定(?:的)?(?:时间|期限)内)|补贴标准|奖励标准|标准|具体|相应|并(?=按|给))/u;
/** The grant verb or the measure of payment begins: what stands before it may be a condition. */
const PAYS =
  /(?:分别|省级|市级|区级|财政|各地|各|再|另行?|可|均|将|由[^，]{1,10})*(?:给予|予以|给与|享受|按照?(?=[^，]*$)|一次性(?:奖|补|给)|奖补|奖励|补助|补贴|资助|发放|[奖补](?=\d|$)|每(?:[件项个张台人亩套辆家户款例次册篇部]|平方米|[\p{Script=Han}]{1,3}$)|单(?:个|件|台|家|户|条)|最高|减免|减收|减少|免收|免征|减征|下浮|择优|优惠)/u;

/** The conditions that stand in a stretch of a limb's plain text; `marks` are the limb's figures. */
export function conditionsIn(text: string, marks: readonly Marked[], from: number, to: number): Conditions {
  const phrases = withoutPreamble(phrasesOf(text, from, to));
  const found = noConditions();
  phrases.forEach((phrase, i) => {
    const last = i === phrases.length - 1;
    const whole = conditionPart(phrase, last);
    const part = whole && withoutPeriod(found, whole, marks);
    if (part === null) return;
    const doing = peopleDoing(part.text);
    const people = doing?.people ?? peopleListed(part.text);
    if (people.length > 0) {
      // One of them is enough, and a figure among them says which of them.
      found.told.push({ start: part.start, end: part.end });
      people.forEach((words, at) => {
        const before = found.flags.length;
        flag(found, words, part);
        if (at > 0 && found.flags.length > before) found.flags.at(-1)!.or = true;
      });
      if (doing) flag(found, doing.deed, part);
      return;
    }
    const bounds = marks
      .filter(({ role, start, end }) => role === 'threshold' && start >= part.start && end <= part.end)
      .map((mark) => boundOf(text, mark, part));
    const parted = partedByFigure(part, bounds);
    if (parted) {
      found.bounds.push(parted.bound);
      if (parted.deed !== null) addPiece(found, parted.deed, part);
      return;
    }
    const growth = positiveGrowth(part);
    if (growth) bounds.push(growth);
    found.bounds.push(
      ...bounds.map((bound, i) => withWhatGrows(bound, bounds[i - 1] ?? found.bounds.at(-1))),
    );
    for (const bound of bounds) takeSubject(found, bound, part);
    addWords(found, part, bounds);
    for (const bound of bounds) takeDeed(found, bound, part);
  });
  return found;
}

/** '住宿企业年接待游客2000人次': the holder is the subject of what is measured, and is asked for itself. */
const SUBJECT =
  /^(?<who>[^，、的]{0,10}(?:企业|单位|机构|公司|合作社))(?=(?:上一?年|本年|当年|年)[^，]{2,}|[\p{Script=Han}]{1,8}(?:额|收入|产值|产量|利润|增速|增幅|增长率?)$)/u;

function takeSubject(found: Conditions, bound: Bound, part: Phrase): void {
  const who = SUBJECT.exec(bound.label)?.groups?.who;
  if (who === undefined) return;
  bound.label = bound.label.slice(who.length);
  found.who ??= who;
  if (!PLAIN_HOLDER.test(who)) flag(found, who, part);
}

/** '输送新员工、年度累计50人以上': how many of what the words before it say. */
const HOLLOW = /^(?:当年|全?年|年度|本年度|累计|合计|共计?|总计|新增|数量|人数|规模)*$/u;

function takeDeed({ flags }: Conditions, bound: Bound, { text, start }: Phrase): void {
  if (!HOLLOW.test(bound.label) || bound.unit === 'ratio' || bound.unit === 'yuan') return;
  const before = text.slice(0, bound.start - start);
  const ending = ({ words }: Flag): number => before.lastIndexOf(words) + words.length;
  const [nearest] = flags
    .filter(({ words }) => before.includes(words))
    .toSorted((one, other) => ending(other) - ending(one));
  const deed = nearest?.words ?? flags.findLast(({ end }) => end <= start)?.words;
  if (deed !== undefined) bound.label = `${deed}${COUNT_WORDS[bound.unit] ?? '数'}`;
}

/** Encouragement and aims that open a paragraph, before the clause that grants. */
const PREAMBLE =
  /^(?:鼓励|支持|引导|推动|推进|促进|提高|提升|扩大|加大|加快|加强|深入|深化|全面|积极|主动|大力|持续|进一步|构建|完善|优化|培育|建立|健全|开展|实施|围绕|面向|打造|发挥|助力|落实|开拓|壮大|统筹|组织|帮助|着力|探索)/u;

/** What stands before 对…的 and narrows it stays: a field, a period, a holder with what is said of it. */
function withoutPreamble(phrases: readonly Phrase[]): Phrase[] {
  const first = phrases.findIndex(({ text }) => /^(?:其中[，,]?)?(?:对于?(?!接)|凡)/u.test(text));
  if (first <= 0) return [...phrases];
  const narrows = ({ text }: Phrase): boolean =>
    !PREAMBLE.test(text) &&
    (/^(?:在|自|从\d|经|获|首次)/u.test(text) || /的$/u.test(text) || HOLDER.test(text));
  return [...phrases.slice(0, first).filter(narrows), ...phrases.slice(first)];
}

/** '在2030年7—9月期间' · '对2030年1-6月应税销售收入…': the period is told apart from what it is the period of. */
function withoutPeriod(found: Conditions, part: Phrase, marks: readonly Marked[]): Phrase | null {
  const mark = marks.find(
    ({ figure, start, end }) => figure.kind === 'daterange' && start >= part.start && end <= part.end,
  );
  // 上一年度 is read against the year of application, and stays with what it is the year of.
  if (mark?.figure.kind !== 'daterange' || !/\d/u.test(mark.figure.text)) return part;
  const before = part.text.slice(0, mark.start - part.start);
  const { from, to } = mark.figure;
  if (from === undefined || to === undefined || !/^(?:其中)?(?:对于?|在|自|于)?$/u.test(before)) return part;
  found.during ??= { from, to };
  const rest = part.text.slice(mark.end - part.start).replace(/^(?:期间|之间|以?内|度|全年)?[，、]?/u, '');
  if (rest === '') return null;
  return { text: rest, start: part.end - rest.length, end: part.end };
}

/** '补贴标准为采取自营模式的食堂每人每次3元': who gets that rate stands behind it. */
const STANDARD = /^(?:其中)?(?:补贴|补助|奖励|资助)?标准(?:分别)?(?:为|是)(?=[^，]{4,}的[^，]{0,12}每)/u;

/** What of a phrase can be a condition: of the last one, what stands before the verb of giving. */
function conditionPart(phrase: Phrase, last: boolean): Phrase | null {
  const standard = STANDARD.exec(phrase.text)?.[0].length ?? 0;
  const text = phrase.text.slice(standard);
  const start = phrase.start + standard;
  if (last && /^(?:并|且)?(?:按照?(?!规定)|给予|予以|每)/u.test(text)) return null;
  if (MANNER.test(text.replace(/^(?:其中|并且?|且)/u, '').replace(GIVER, '')) && !/的$/u.test(text))
    return null;
  const verb = text.search(PAYS);
  const paid = last || /(?:给予|予以|给与|享受)[^，的]*$/u.test(text);
  const kept = paid && verb >= 0 ? text.slice(0, verb) : text;
  if (kept.trim() === '') return null;
  return { text: kept, start, end: start + kept.length };
}

/** 挂牌并股改, 且, 同时: two conditions, each asked for itself; not 并购, 合并. */
const JOINED = new RegExp(
  `[，,]|(?<![和与、])(?:且|并且|同时)(?!购)|(?<=[^合兼，]{2})${AND}(?=[^，]{2})`,
  'u',
);

function addWords(found: Conditions, part: Phrase, bounds: readonly Bound[]): void {
  let rest = part.text;
  const spans = [...new Map(bounds.map(({ start, end }) => [start, { start, end }])).values()];
  for (const { start, end } of spans.toReversed())
    rest = rest.slice(0, Math.max(0, start - part.start)) + rest.slice(Math.max(0, end - part.start));
  const pieces = withTheirThing(rest.replace(/(?<=[\p{Script=Han}])为的/u, '为').split(JOINED));
  for (const piece of pieces) {
    const before = found.flags.length;
    addPiece(found, piece, part);
    const [first] = found.flags.slice(before);
    if (first && before > 0 && EITHER.test(piece)) first.or = true;
  }
}
/** 新购置并在本区上牌的重型货车: what is done to one thing is asked of that thing, each deed for itself. */
function withTheirThing(pieces: readonly string[]): string[] {
  const thing = /的(?<thing>[^的，]{2,20})$/u.exec(pieces.at(-1)!)?.groups?.thing;
  if (thing === undefined) return [...pieces];
  return pieces.map((piece) => (lacksThing(piece) ? `${piece}${thing}` : piece));
}

/** '…转移至其名下，或将…转回个人名下' */
const EITHER = /^[，、]?或者?(?!其他)/u;

/** '将个体工商户纳入减免政策适用主体范围': who is taken in. */
const TAKEN_IN = /^将(?<who>[^，纳入]{2,20})纳入[^，]*(?:范围|对象|名单)$/u;

/** '由组织货源的物流企业申请': who applies is who gets it. */
const APPLIED_BY = /^由(?<who>[^，]{2,30})(?:申请|申报)$/u;

/** '在工业和信息化领域，对…': where the whole sentence moves, like a heading. */
const FIELD = /^在[^，]{2,24}(?:领域|行业|方面|环节)$/u;

/** '在工业和信息化领域对民营企业制定的…': the same without a comma. */
const FIELD_OF = /^在[^，对]{2,24}(?:领域|行业|方面|环节)(?=对)/u;

/** '某检验研究院对民营小微企业…': who gives, and not who gets. */
const GIVER =
  /^[^，对的]{1,24}(?:研究院|检验院|检测院|检测所|中心|局|厅|委|部门|财政|银行|政府|机构|学校|医院)(?=对)/u;

function addPiece(found: Conditions, piece: string, part: Phrase): void {
  const bare = piece
    .replace(GIVEN_FOR, '')
    .replace(GIVEN_FOR, '')
    .replace(FIELD_OF, '')
    .replace(GIVER, '')
    .replace(OPENING, '')
    .replace(/^(?:在|的|、|以上|及以上)+/u, (lead) => (lead.startsWith('在') ? lead : ''))
    .trim();
  const vague = VAGUE.exec(bare)?.[0];
  if (vague) found.vague ??= vague;
  const spoken = bare
    .replace(VAGUE, '')
    .replace(FIELD, '')
    .replace(TAKEN_IN, '$<who>')
    .replace(APPLIED_BY, '$<who>')
    .replace(/^(?:的|其中)+/u, '')
    .trim();
  const holder = /^(?:(?<said>.*?)(?<link>的))?(?<who>[^的]{1,24})$/u.exec(spoken)?.groups;
  let words = spoken;
  const acting = ACTING.exec(spoken)?.groups?.who;
  if (acting) {
    // 企业承担…的重点项目: the enterprise acts, and the noun is what it acts on. What it is beyond an enterprise is asked too.
    found.who ??= acting;
    flag(found, spoken.slice(acting.length), part);
    if (!PLAIN_HOLDER.test(acting)) flag(found, acting, part);
    return;
  }
  if (
    holder?.who &&
    HOLDER.test(holder.who) &&
    (holder.said !== undefined || /^对/u.test(piece.trim()) || found.who === null)
  ) {
    found.who ??= holder.who;
    words = holder.said ?? '';
    // 新认定的企业 says one thing, 民营企业 another: what the holder is beyond an enterprise is a condition too.
    if (!PLAIN_HOLDER.test(holder.who)) {
      const short = words.length <= 10 && !/[，、]/u.test(words);
      flag(found, short && words !== '' ? `${words}的${holder.who}` : holder.who, part);
      if (short) words = '';
    }
  }
  flag(found, words.replace(/(?:的|后|之后|之日起)+$/u, ''), part);
}

/** '企业承担工信部组织实施': the holder stands as the subject before its verb. */
const ACTING = new RegExp(
  `^(?!在|向|从|到|由|与|为)(?<who>[^，的对]{0,40}?(?:${ACTOR}))(?:(?:上一?|本)?(?:年度|会计年度)?|当年|首次)${ACTS}`,
  'u',
);

/** '转制为企业后，五年内免征' · '自登记当月起，在3年内': how long it is given, and from when on. */
const GIVEN_FOR =
  /^(?:自|从)[^，]{2,24}?(?:之日|当日|当月|次月|当年|次年|年度|\d[年月日])起[，、]?(?:可?继续)?(?=对)|(?:^|[，、])?(?:自|从)[^，]{2,24}?(?:之日|当日|当月|次月|当年|次年|年度|\d[年月日])起[，、]?(?:可?继续|连续|可)?$|[，、]?在?[\d一二两三四五六七八九十]{1,3}(?:个)?(?:年|月|个月|年度)(?:[（(][^）)]*[）)])?(?:以)?内(?:可?继续|[按以])?$/u;

/** Says nothing but that it is someone: 企业 · 本市企业 · 单位. */
const PLAIN_HOLDER =
  /^(?:本[市省区县州]|我[市省区县州]|全[市省区]|[省市区]内|相关|各类|有关|该|其|上述|申报|承办|符合条件的)?(?:企业|单位|机构|组织|项目|申请人|主体|企事业单位|个人|产品)(?:或(?:企业|单位|机构|相关机构))?$|(?:或者?|及|和|以及)(?:其他|其它|相关|有关)(?:企业|单位|机构|组织|主体)$/u;

/** What is left of a phrase about money or time once its figure is taken: no condition. */
const SAYS_NOTHING =
  /^(?:其中|此外|同时|年度|当年|上年度|累计|一次性|分别|以上|及以上|企业|首次|省内|市内|最高|省级|市级|增加|一般|适当|可以|申请|原则上|单笔|择优|类.{0,6}|第[一二三四五].*|(?!.*(?:[制修]订|制定|编制|起草|达到|取得|获|通过|主导|参与)).{0,14}(?:金额|比例|标准|额度|总额|方式|期限|周期|数额|利率))$/u;

function flag(found: Conditions, words: string, part: Phrase): void {
  const clean = withoutPlainSubject(
    words.replace(/^(?:的|、|和|及|或|，|其(?!他|余|它)|该|经(?=经)|已(?=已))+/u, ''),
  )
    .replace(/在[^，]{1,12}(?:标准|基础)上$/u, '')
    .replace(/(?:可|均)?(?:视情况?|酌情|择优|适当|统筹)$/u, '')
    .replace(/(?:的|、|，|及|和|或|并且?|且|达到?|为其?|在|等)+$/u, '')
    .trim();
  if (clean.length < 2 || !/\p{Script=Han}/u.test(clean) || PLAIN_HOLDER.test(clean) || EXCLUSION.test(clean))
    return;
  if (SAYS_NOTHING.test(clean)) return;
  if (found.flags.some((one) => one.words === clean)) return;
  found.flags.push({ kind: 'flag', words: clean, start: part.start, end: part.end });
}
