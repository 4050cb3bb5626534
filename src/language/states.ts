/**
 * A part of a message that states something, most often of the speaker: 我们 · 没停 · 350人 · 拿过. What has none of this only names,
 * points or asks. 过节 and 了解 state nothing.
 */
const STATES =
  /我|咱|本公司|没|未|已|享受|获得|收到|到账|符合|出台|\d|百分之|过(?!节|年|期|冬)|了(?![解吗没么呢?？])|的是|[是有]$|^(?:是|属于)|^(?:公司|企业|厂[里子]?|店[里铺]?|单位)(?:在|是|有|属)/u;

export const statesSomething = (text: string): boolean => STATES.test(text);
