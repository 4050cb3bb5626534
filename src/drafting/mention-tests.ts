/** What the rules of roles.ts ask of a figure and of the words around it. */
import { GIVEN_AS, GRANT } from './cues.ts';
import { boundsOf, type Mention } from './figures-of.ts';

/** Any grant word between the phrase's start and the figure. */
export const isGranted = ({ phrase }: Mention): boolean => GRANT.test(phrase);
export const givenAs = ({ behind }: Mention): boolean => GIVEN_AS.test(behind);
export const isExact = ({ figure }: Mention): boolean => boundsOf(figure).value !== null;
export const isMost = ({ figure }: Mention): boolean =>
  boundsOf(figure).max !== null && boundsOf(figure).min === null;
export const isLeast = ({ figure }: Mention): boolean =>
  boundsOf(figure).min !== null && boundsOf(figure).max === null;
export const isBetween = ({ figure }: Mention): boolean =>
  boundsOf(figure).min !== null && boundsOf(figure).max !== null;
/** 不超过, 最高 stand before it; 以下, 以内 behind. */
export const hasPrefix = ({ figure }: Mention): boolean =>
  /^(?:最高|最多|不超过|不高于|不多于|不低于|不少于|至少|至多|上限|封顶)/u.test(figure.text);
export const standsBefore =
  (pattern: RegExp) =>
  ({ before }: Mention): boolean =>
    pattern.test(before);
export const standsBehind =
  (pattern: RegExp) =>
  ({ behind }: Mention): boolean =>
    pattern.test(behind);
export const both =
  (...all: ((mention: Mention) => boolean)[]) =>
  (mention: Mention): boolean =>
    all.every((one) => one(mention));
export const either =
  (...any: ((mention: Mention) => boolean)[]) =>
  (mention: Mention): boolean =>
    any.some((one) => one(mention));
export const not =
  (one: (mention: Mention) => boolean) =>
  (mention: Mention): boolean =>
    !one(mention);
