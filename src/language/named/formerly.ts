/** What was got or held before one rose: 之前乙级领过10万 · 原来是三级 · 从4A升到5A. Told of the past, it is no less sure. */
import { isA } from '../words-said.ts';
import { valuesBefore } from './choices.ts';
import { asksOnly, inside, type Part, type Scene } from './scene.ts';
import type { Measured } from './units.ts';

/** 领过, 拿了: what stands before the sum. */
const GOT =
  /(?:领|拿|得|获|享受|给|奖|补)(?:取|到|得)?(?<aspect>过|了)(?:一?笔)?(?:奖励|奖补|奖金|补助|补贴|资助)?$/u;
/** The year in which it was, before it in the sentence. */
const LONG_AGO = /前年|大前年|去年|(?:19|20)\d{2}年|上一?次|头一[回次]|第一次/u;

export function hearFormerly(scene: Scene, taken: Set<Measured>): void {
  for (const id of scene.names.keys()) {
    const fact = scene.facts.get(id)!;
    if (fact.role === 'lower-step') hearReceived(scene, id, taken);
    else if (fact.formerly !== undefined) hearHeld(scene, id, fact.formerly);
  }
}

function hearReceived(scene: Scene, id: string, taken: Set<Measured>): void {
  const got = scene.amounts.filter((amount) => {
    const part = partOf(scene, amount);
    return isMoney(scene, amount) && part !== null && wasGot(scene, amount, part);
  });
  const [only] = got;
  if (!only || got.length > 1 || only.value.min !== only.value.max || only.value.min === undefined) return;
  const { result } = scene;
  result.facts[id] = only.value.min;
  result.toldIn[id] = partOf(scene, only)!;
  result.mentions.push(id);
  result.unsure = result.unsure.filter(({ fact }) => fact !== id);
  taken.add(only);
}

/** 拿过5万: so many 万 that were got are yuan. */
const isMoney = ({ text }: Scene, { unit, start, end }: Measured): boolean =>
  unit === 'yuan' || (unit === null && /[万亿]$/u.test(text.slice(start, end)));

const partOf = ({ parts }: Scene, { start }: Measured): Part | null =>
  parts.find((one) => one.own && start >= one.start && start < one.end) ?? null;

function wasGot(scene: Scene, { start }: Measured, part: Part): boolean {
  const opening = scene.parts.find(({ sentence }) => sentence === part.sentence)!.start;
  const before = scene.text.slice(part.start, start);
  const aspect = GOT.exec(before)?.groups?.aspect;
  if (aspect === undefined || asksOnly(scene, part, start) || isDenied(scene, part, start)) return false;
  return aspect === '过' || isFormer(scene, part) || LONG_AGO.test(scene.text.slice(opening, start));
}

const isDenied = ({ words }: Scene, part: Part, start: number): boolean =>
  words.some((word) => inside(word, part) && word.start < start && isA(word, 'not', 'doubt', 'suppose'));
const isFormer = ({ words }: Scene, part: Part): boolean =>
  words.some((word) => inside(word, part) && isA(word, 'former'));

/** Only of who tells what it is now; that it was another before is then no part of it. */
function hearHeld(scene: Scene, id: string, now: string): void {
  const { result, facts, parts } = scene;
  const current = result.facts[now];
  const values = currentOf(current);
  if (values.length === 0) return;
  for (const part of parts) {
    if (!part.own || part.question) continue;
    const before = valuesBefore(facts.get(id)!, part.text, isFormer(scene, part), scene.language);
    const left = values.filter((value) => !before.includes(value));
    if (before.length !== 1 || left.length !== 1) continue;
    result.facts[id] = before[0]!;
    result.facts[now] = left[0]!;
    result.toldIn[id] = part;
    result.mentions.push(id);
  }
}

function currentOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  const all = (value as { allOf?: unknown } | undefined)?.allOf;
  return Array.isArray(all) ? all.filter((one) => typeof one === 'string') : [];
}
