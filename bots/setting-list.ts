/** Every setting there is, group by group, with what it is for: what .env.example, the reference and `huiqi doctor` are made from. */
import type { z } from 'zod';
import { settingsSchema } from '../src/service/index.ts';
import { channelSettings } from './registry.ts';

export interface SettingGroup {
  title: string;
  note: string | null;
  settings: ListedSetting[];
}

export interface ListedSetting {
  name: string;
  /** One Chinese sentence. */
  help: string;
  /** As it would be written in .env; empty where nothing is set by default. */
  byDefault: string;
}

export function settingGroups(): SettingGroup[] {
  const groups = new Map<string, SettingGroup>();
  for (const [name, schema] of Object.entries<z.ZodType>(settingsSchema.shape)) {
    const title = String(schema.meta()?.group ?? '');
    const group = groups.get(title) ?? { title, note: null, settings: [] };
    groups.set(title, group);
    group.settings.push(listed(name, schema));
  }
  const known = new Set(Object.keys(settingsSchema.shape));
  const channels = channelSettings.map(({ title, note, shape }) => ({
    title,
    note,
    settings: Object.entries(shape)
      .filter(([name]) => !known.has(name))
      .map(([name, schema]) => listed(name, schema)),
  }));
  return [...groups.values(), ...channels];
}

function listed(name: string, schema: z.ZodType): ListedSetting {
  const { success, data } = schema.safeParse(undefined);
  // A list has no default to show: what is not listed is the default.
  const isPlain = success && (typeof data === 'string' || typeof data === 'number');
  const shown = success && data === false ? 'no' : isPlain ? String(data) : '';
  return { name, help: schema.meta()?.description ?? '', byDefault: shown };
}
