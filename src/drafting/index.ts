/** The door of the drafting room: a document's measures → draft benefits, and these as rules that pass the check. Pure. */
export { type Given, givensOf } from './cases.ts';
export { type DraftInput, draftDocument } from './document.ts';
export type { DraftBenefit } from './draft.ts';
export type { ProposedFact } from './names.ts';
export { type DraftedRule, type DraftedRules, rulesOf, rulesOfDocument } from './rules.ts';
export { benefitJson } from './to-json.ts';
export type { WrittenBenefit } from './to-rule.ts';
