/** The settings, read once from the environment (and .env). A wrong one stops the start with one sentence. */
import { existsSync } from 'node:fs';
import type { z } from 'zod';
import { UserError } from '../contract/index.ts';
import { type Settings, settingsSchema } from './settings.ts';
import { whatIsLacking } from './settings-together.ts';

/** An empty value means "not set", as in a copied .env.example. */
export function presentOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => (entry[1] ?? '').trim() !== ''),
  );
}

/** One sentence that names the first wrong setting. */
export function settingProblem(error: z.ZodError): UserError {
  const issue = error.issues[0];
  return new UserError(
    `设置 ${issue?.path.join('.') ?? ''} 不对：${issue?.message ?? ''}。请在 .env 或环境变量里改正后再启动。`,
  );
}

export function parseSettings(environment: NodeJS.ProcessEnv): Settings {
  const parsed = settingsSchema.safeParse(presentOnly(environment));
  if (!parsed.success) throw settingProblem(parsed.error);
  const lacking = whatIsLacking(parsed.data);
  if (lacking !== null) throw new UserError(lacking);
  return parsed.data;
}

/** Reads ./.env when there is one; what stands in the environment wins. */
export function loadSettings(): Settings {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return parseSettings(process.env);
}
