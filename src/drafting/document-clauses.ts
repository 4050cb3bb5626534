/** Clauses that hold for every benefit of a document: what 以上 means, no double grants, who is left out, limits for all, case by case. */
import { cut } from './cut.ts';
import type { Inherited } from './draft.ts';
import { type Passage, sourceSpan } from './passage.ts';

/** One list; the first that fits names the clause. */
const KINDS: readonly (readonly [Inherited['kind'], RegExp])[] = [
  // 本措施所称“以上”含本数，“以下”不含本数
  [
    'definition',
    /[“"「]?(?:以上|以下|以内|超过|不足|不低于|不超过|最高)[”"」]?[^。；]{0,24}(?:包含|含|不含|不包含|包括|不包括)本(?:数|级)/u,
  ],
  // 同一项目按就高不重复的原则执行
  [
    'overlap',
    /就高不就低|从高不重复|就高不重复|择高|从优不重复|不(?:得|可|予)?(?:重复|同时)(?:享受|申报|申请|资助|奖励|补助|支持)/u,
  ],
  // 本措施第十条资助范围不含数字产品制造企业 · 列入失信名单的企业不予支持
  ['exclusion', /(?:不予|不得|不再|不)(?:给予)?(?:享受|支持|资助|奖励|补助|受理|纳入)|范围不含|除外。?$/u],
  // 本措施对单个企业资助总额不超过…
  ['cap', /本(?:措施|办法|政策|意见|规定|方案)[^。；]{0,30}(?:总额|累计|合计)[^。；]{0,16}不超过/u],
  ['case-by-case', /一事一议|一企一策/u],
  ['pool', /(?:年度|每年)?(?:安排|设立)[^。；]{0,20}(?:资金|基金)[^。；]{0,8}\d[^。；]*(?:万元|亿元)/u],
  ['period', /(?:申报|申请|受理)(?:期|时间|截止|期限)[^。；]{0,20}\d/u],
  // 本措施适用于在本市注册、依法经营的企业
  [
    'general',
    /适用(?:于|范围|对象)|(?:注册|登记)[^。；]{0,30}(?:独立法人|依法经营|信用良好|纳税)|(?:独立法人|依法经营|信用良好)[^。；]{0,40}(?:企业|单位|机构)/u,
  ],
];

/** Whole-document clauses speak of the document: 本措施…; or they stand where documents keep such things. */
const OF_DOCUMENT =
  /本(?:措施|办法|政策|意见|规定|方案|细则|通知)|上述|以上(?:政策|措施|条款)|同一(?:企业|项目|事项|单位|年度)|申报(?:单位|企业|主体|项目)|所称|除另有|企业|单位/u;
/** These cannot but speak of the whole document. */
const OF_ITSELF: ReadonlySet<Inherited['kind']> = new Set(['definition', 'overlap', 'case-by-case']);
const KEEPS_THEM = /附则|其他|总则|适用|保障|说明|注意|管理|条件|范围|对象|监督/u;

/** `texts`: the measures with their titles, and the head and tail of the document under an empty title. */
export function documentClauses(texts: readonly { title: string; passage: Passage }[]): Inherited[] {
  return texts.flatMap(({ title, passage }) =>
    cut(passage).flatMap(({ passage: limb }): Inherited[] => {
      if (title !== '' && !KEEPS_THEM.test(title) && !/^本(?:措施|办法|政策|意见|规定)/u.test(limb.text))
        return [];
      const kind = kindOfClause(limb.text);
      if (kind === null || (!OF_ITSELF.has(kind) && !OF_DOCUMENT.test(limb.text))) return [];
      return [{ clause: limb.text, kind, span: sourceSpan(limb) }];
    }),
  );
}

/** What a clause of a whole document is; null for any other. */
export const kindOfClause = (text: string): Inherited['kind'] | null =>
  KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;

/** '在我市依法注册' · '项目建设地点在本区' · '无拖欠工资行为' · '申报单位近三年内未发生安全事故': where it stands, what it has not done, how often it may apply. */
const STANDING =
  /^(?:企业|单位|申请人|申报(?:企业|单位))?(?:应当?|须|需)?(?:在|于)[^，。；]{2,16}?(?:依法)?(?:注册|登记|设立|纳税)|^(?:(?:申报|申请)?(?:企业|单位|主体)|(?:同一)?项目)?(?:近?[^，。；]{0,6}[年月](?:内|以来)?)?(?:无|未|没有|不存在|不属于)|^[^，。；]{0,6}申报(?:项目|数量)[^，。；]{0,6}不超过|独立法人|依法(?:经营|纳税|注册|登记|设立|存续)|信用|(?:财务|管理)制度|手续(?:完备|齐全|完善|合法)|(?:建设|实施)地点?(?:在|位于)/u;
export const isGeneral = (words: string): boolean => STANDING.test(words);

/** Words that this document gives another meaning than the law does: 以上 without the figure itself. */
export function redefined(clauses: readonly Inherited[]): string[] {
  return clauses
    .filter(({ kind }) => kind === 'definition')
    .flatMap(({ clause }) =>
      Array.from(
        clause.matchAll(
          /(?<words>(?:[“"「]?(?:以上|以下|以内)[”"」]?[、和与及]?)+)[^，。；“]{0,10}(?:不含|不包含|不包括)本数/gu,
        ),
      ),
    )
    .flatMap(({ groups }) => groups!.words!.match(/以上|以下|以内/gu) ?? []);
}

/** '本措施第十条资助范围不含数字产品制造企业': whom a clause leaves out of which article; null: of the measure it stands in. */
export function leftOut(text: string): { article: string | null; who: string }[] {
  const named =
    /(?:本(?:措施|办法|意见|政策|规定))?第(?<article>[一二三四五六七八九十百\d]+)条[^。；，]{0,12}(?:不含|不包括|不适用于)(?<who>[^，。；]{2,30})/u.exec(
      text,
    )?.groups;
  if (named) return [{ article: named.article!, who: named.who! }];
  const here =
    /^(?:其中)?(?<who>[^，。；对\d]{2,24}?)的?[，,]?(?:均|一律)?(?:不享受|不得享受|不予享受|不再享受|不适用|不属于本|不(?:予|再|得)(?:重复)?(?:给予)?(?:补助|补贴|补偿|奖励|奖补|资助|支持|申报))/u.exec(
      text,
    )?.groups;
  return here ? [{ article: null, who: here.who! }] : [];
}
