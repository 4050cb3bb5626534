/** A rule as an officer reads and mends it: every condition and figure in words, each with a field of its own. */
import { html } from 'hono/html';
import type { Draft, Session } from '../../src/service/index.ts';
import { comparators, ruleKeys, documentWords as words } from '../words/documents.ts';
import { type Piece, token } from './layout.ts';

interface Leaf {
  path: string;
  /** 条件 1 · 每天在岗人数 · 不低于 */
  label: string;
  value: string;
}

const TOLD_ELSEWHERE = new Set(['benefit', 'quote', 'drafted']);

/** Every value of a rule with the way to it. */
export function leavesOf(rule: Record<string, unknown>, facts: Draft['facts']): Leaf[] {
  const nameOf = (key: string) => facts.get(key)?.label ?? ruleKeys[key] ?? key;
  const walk = (node: unknown, path: string[], labels: string[]): Leaf[] => {
    if (Array.isArray(node))
      return node.flatMap((one, i) =>
        walk(one, [...path, `${i}`], node.length > 1 ? [...labels, `${i + 1}`] : labels),
      );
    if (typeof node === 'object' && node !== null)
      return Object.entries(node).flatMap(([key, one]) =>
        path.length === 0 && TOLD_ELSEWHERE.has(key)
          ? []
          : walk(one, [...path, key], [...labels, nameOf(key)]),
      );
    return [{ path: path.join('.'), label: labels.join(' · '), value: String(node) }];
  };
  return walk(rule, [], []);
}

/** A fact by its name, where the value is one. */
export const saidValue = (value: string, facts: Draft['facts']): string =>
  value === 'true' ? '是' : value === 'false' ? '否' : (facts.get(value)?.label ?? value);

export const ruleInWords = (rule: Record<string, unknown>, facts: Draft['facts']): Piece =>
  html`<ul>${leavesOf(rule, facts).map(({ label, value }) => html`<li>${label}：<b>${saidValue(value, facts)}</b></li>`)}</ul>`;

export interface RuleForms {
  officer: Session;
  draft: Draft;
  action: string;
  measure: string;
  index: number;
}

/** One form a value; where the value is a fact's name, a choice among the facts. */
export function ruleForms({ officer, draft, action, measure, index }: RuleForms): Piece {
  const rule = draft.data.measures?.[measure]?.benefits?.[index] ?? {};
  const hidden = (kind: string) =>
    html`${token(officer)}<input type="hidden" name="seen" value="${draft.seen}"><input type="hidden" name="kind" value="${kind}"><input type="hidden" name="number" value="${measure}"><input type="hidden" name="index" value="${index}"><input type="hidden" name="at" value="b-${measure}-${index}">`;
  return html`${leavesOf(rule, draft.facts).map(
    ({
      path,
      label,
      value,
    }) => html`<div class="actions"><form method="post" action="${action}">${hidden('benefit-part')}<input type="hidden" name="path" value="${path}">
<label>${label}${valueInput(value, draft.facts)}</label><button>${words.confirm}</button></form>
<form method="post" action="${action}">${hidden('benefit-part-remove')}<input type="hidden" name="path" value="${removable(path)}"><button class="plain">${words.removePart}<span class="hidden"> ${label}</span></button></form></div>`,
  )}
<form class="row" method="post" action="${action}">${hidden('benefit-need-add')}
<label>${words.addNeed}：${words.fact}<select name="fact">${factOptions(draft.facts, '')}</select></label>
<label>${words.comparator}<select name="comparator">${Object.entries(comparators).map(([key, said]) => html`<option value="${key}">${said}</option>`)}</select></label>
<label>${words.figure}<input name="value" autocomplete="off"></label><button>${words.addNeed}</button></form>`;
}

function valueInput(value: string, facts: Draft['facts']): Piece {
  if (value === 'true' || value === 'false')
    return html`<select name="value"><option value="true" ${value === 'true' ? html`selected` : ''}>是</option><option value="false" ${value === 'false' ? html`selected` : ''}>否</option></select>`;
  if (facts.has(value)) return html`<select name="value">${factOptions(facts, value)}</select>`;
  return html`<input name="value" value="${value}" autocomplete="off" size="${Math.min(40, Math.max(8, value.length * 2))}">`;
}

export const factOptions = (facts: Draft['facts'], chosen: string): Piece =>
  html`${[...facts].map(([name, fact]) => html`<option value="${name}" ${name === chosen ? html`selected` : ''}>${fact.label}</option>`)}`;

/** Of a test the whole condition goes; of a row's only payment the row. */
function removable(path: string): string {
  const keys = path.split('.');
  const list = keys.findIndex((key) => /^\d+$/u.test(key));
  return list < 0 ? path : keys.slice(0, list + 1).join('.');
}
