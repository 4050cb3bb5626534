/** Names of facts: shared ones in English (knowledge/core), a document's own in Chinese, as the document names them. */
import { z } from 'zod';

/** 'dailyOnDutyHeadcount' · '上一年度营业收入' · '纳入“规上”企业库' · '某府办发〔2030〕7号:认定等级' */
const FACT_ID =
  /^(?:[a-z][A-Za-z]*|[\p{Script=Han}“《〔A-Z0-9][\p{L}\p{N}“”‘’《》〈〉〔〕（）()、·:：＋+%‰/.—-]{0,79})$/u;

/** What is not English is Chinese. */
const HAN = /\p{Script=Han}/u;
const ENGLISH = /^[a-z][A-Za-z]*$/u;

/** Words of the rules' own language: no fact is called so. */
const RESERVED = new Set(['any', 'all', 'not', 'listed', 'oneReading']);

export const factId = z
  .string()
  .refine((name) => FACT_ID.test(name) && (ENGLISH.test(name) || HAN.test(name)) && !RESERVED.has(name), {
    error: '事实名用小驼峰英文（见 facts.yaml），或照文件原文用中文，不带空格和逗号',
  });
