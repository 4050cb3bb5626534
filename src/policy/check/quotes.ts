/** Each quote, and each word that a rule takes from its document, stands verbatim in the source. */
import { type Benefit, type Need, quoteOfNeed } from '../benefit.ts';
import { partsOf } from '../need.ts';
import type { Measure } from '../policy.ts';
import { findQuote } from '../printed-text.ts';
import type { Problem } from '../problem.ts';
import { benefitsOf, type Check, type Checked } from './report.ts';

const NOT_IN_SOURCE = '不在 source.txt 原文里，请照原文改正（空格、换行和页码可以不同）';

export const checkQuotes: Check = (checked) => {
  const { written, policy, find, fault } = checked;
  const problems: Problem[] = [];
  const inSource = (path: PropertyKey[], words: string | null | undefined) => {
    if (words && !find(words)) problems.push(fault(path, NOT_IN_SOURCE, words));
  };
  inSource(['title'], written.title);
  inSource(['document'], numberToFind(written.document, policy.source));
  // Several bodies may have issued it together.
  for (const body of written.issuer?.split('、') ?? []) inSource(['issuer'], body);
  problems.push(...checkStands(checked));
  for (const key of ['issued', 'valid', 'apply', 'overlap', 'scope', 'explained'] as const)
    inSource([key, 'quote'], written[key]?.quote);
  for (const [i, { quote }] of written.relations.entries()) inSource(['relations', i, 'quote'], quote);
  const { explained } = written;
  if (explained && !squeeze(explained.quote).includes(squeeze(explained.by)))
    problems.push(fault(['explained', 'by'], '不在它自己的引文里，请照引文改正', explained.by));
  for (const { benefit, path, measure } of benefitsOf(checked)) {
    if (!findQuote(measure.clause.text, benefit.quote))
      problems.push(
        fault(
          [...path, 'quote'],
          `不在第${measure.number}条的原文里，请照原文改正（空格、换行和页码可以不同）`,
          benefit.quote,
        ),
      );
    for (const [i, { quote }] of benefit.inherits.entries())
      inSource([...path, 'inherits', i, 'quote'], quote);
    problems.push(...checkWords(checked, benefit, path), ...checkNumbers(checked, benefit, path, measure));
  }
  return problems;
};

/** Without white space, as quotes are compared. */
export const squeeze = (text: string): string => text.replace(/[\s*]/gu, '');

/** Without white space and markup, in one width: as titles and names are compared. */
export const plain = (text: string): string =>
  squeeze(text)
    .replace(/[_#\\\p{Cf}]/gu, '')
    .normalize('NFKC');

/** '某府办发\\[2024\\]12号' in the source is written 某府办发〔2024〕12号; null: it stands there with other brackets. */
function numberToFind(number: string | null | undefined, source: string): string | null {
  const [before, year, after] = number?.split(/[〔〕]/u) ?? [];
  if (number === null || number === undefined || after === undefined) return number ?? null;
  const written = [...'〔[【（(［﹝〈<'].map(
    (open, i) => `${before}${open}${year}${[...'〕]】）)］﹞〉>'][i]}${after}`,
  );
  const bare = plain(source);
  return bare.includes(plain(number)) || !written.some((form) => bare.includes(plain(form))) ? number : null;
}

/** What document, title and issuer are is exactly what stands at their place in the source, signs and labels aside. */
function checkStands({ written, read, fault }: Checked): Problem[] {
  const bare = (text: string) => plain(text).replace(/[^\p{L}\p{N}]/gu, '');
  return (['document', 'title', 'issuer'] as const).flatMap((key) => {
    const [value, span] = [written[key], written.stands[key]];
    if (!value || !span) return [];
    const there = bare(read(span));
    const rest =
      key === 'issuer'
        ? value
            .split('、')
            .toSorted((one, other) => other.length - one.length)
            .reduce((left, body) => left.replace(bare(body), ''), there)
        : there.replace(bare(value), '');
    return rest === '' ? [] : [fault([key], '与原文这个位置上写的不一样，请照原文改正', value)];
  });
}

/** Words that a rule cites (符合条件的, 鼓励, 按比例 …) stand in its own quote. */
function checkWords({ fault }: Checked, benefit: Benefit, path: PropertyKey[]): Problem[] {
  const quote = squeeze(benefit.quote);
  const cited: [PropertyKey, string, string?][] = [
    ...benefit.vague.map(({ words }): [PropertyKey, string] => ['vague', words]),
    ...(benefit.discretionary === null
      ? []
      : [['discretionary', benefit.discretionary] as [PropertyKey, string]]),
    ...benefit.pays.flatMap(({ pay }): [PropertyKey, string][] =>
      pay.form === 'unstated' || pay.form === 'service' ? [['pays', pay.words]] : [],
    ),
    ...benefit.presumes.flatMap(openWords).map((words): [PropertyKey, string] => ['needs', words]),
    ...benefit.needs.flatMap((need, i) =>
      openWords(need).map((words): [PropertyKey, string, string] => [
        'needs',
        words,
        quoteOfNeed(benefit, i),
      ]),
    ),
  ];
  return cited
    .filter(([, words, own]) => !(own === undefined ? quote : squeeze(own)).includes(squeeze(words)))
    .map(([key, words]) => fault([...path, key], '不在这一项自己的引文里，请照引文的字写', words));
}

/** Numbers that the name and the reading of a benefit speak of stand in its measure. */
function checkNumbers(
  { fault }: Checked,
  benefit: Benefit,
  path: PropertyKey[],
  measure: Measure,
): Problem[] {
  const known = new Set(squeeze(benefit.quote + measure.clause.text).match(/\d+/gu));
  const said: [PropertyKey, string][] = [
    ['benefit', benefit.benefit],
    ...benefit.readings.map((text): [PropertyKey, string] => ['reading', text]),
  ];
  return said.flatMap(([key, text]) =>
    (text.match(/\d+/gu) ?? [])
      .filter((digits) => !known.has(digits))
      .map((digits) => fault([...path, key], '这个数不在这一条的原文里，请核对', digits)),
  );
}

function openWords(need: Need): string[] {
  if (need.kind === 'test') return need.test.op === 'in' && need.test.open !== null ? [need.test.open] : [];
  const own = need.kind === 'listed' ? [need.words] : [];
  return [...own, ...partsOf(need).flatMap(openWords)];
}
