/** Which settings officers may change in the console, and what of them is kept. All others stand in the environment alone. */
import { UserError } from '../../contract/index.ts';
import type { Store } from '../../store/index.ts';
import { settingChangeWords as words } from '../../words/index.ts';
import { type Actor, note } from '../officers/index.ts';
import { type Settings, settingsSchema } from '../settings.ts';

export const CHANGEABLE = [
  'OFFICE_NAME',
  'OFFICE_COLOR',
  'OFFICE_PHONE',
  'OFFICE_FOOTER',
  'OFFICE_DISCLAIMER',
  'OFFICE_WELCOME',
  'OFFICE_PRIVACY',
  'FRAME_ANCESTORS',
  'PUSH_FROM',
  'PUSH_UNTIL',
  'KEEP_IDLE_DAYS',
  'KEEP_QUESTIONS_DAYS',
  'KEEP_TICKETS_DAYS',
  'TICKET_ACCEPT_DAYS',
  'TICKET_CLOSE_DAYS',
] as const satisfies readonly (keyof Settings)[];
export type Changeable = (typeof CHANGEABLE)[number];

const KIND = 'setting';

export const isChangeable = (name: string): name is Changeable => CHANGEABLE.some((one) => one === name);

/** What officers have set, as it was typed. */
export const changedSettings = (store: Store): Promise<Partial<Record<Changeable, string>>> =>
  store.transaction(async ({ desk }) =>
    Object.fromEntries(
      (await desk.listed(KIND)).flatMap(({ id, value }) =>
        isChangeable(id) && value !== undefined ? [[id, value]] : [],
      ),
    ),
  );

/**
 * Sets these, each with its row in the audit; an empty text gives the setting back to the environment. What is as before leaves no row.
 * Throws UserError where one is wrong: none is changed then.
 */
export const changeSettings = (
  store: Store,
  { values, comment }: { values: ReadonlyMap<Changeable, string>; comment: string },
  actor: Actor,
): Promise<number> =>
  store.transaction(async (records) => {
    for (const [name, value] of values) {
      const fault = value.trim() === '' ? null : faultOf(name, value.trim());
      if (fault) throw new UserError(words.wrong(words.names[name], fault));
    }
    const before = new Map((await records.desk.listed(KIND)).map(({ id, value }) => [id, value]));
    let changed = 0;
    for (const [name, typed] of values) {
      const value = typed.trim() || null;
      const was = before.get(name) ?? null;
      if (value === was) continue;
      if (value === null) await records.desk.unlist(KIND, name);
      else await records.desk.list(KIND, name, { value });
      const deed = {
        action: 'setting.change',
        subject: words.names[name],
        before: was,
        after: value,
        comment,
      };
      await note(records, actor, store.now(), deed);
      changed += 1;
    }
    return changed;
  });

/** One sentence, null where the text can be used. */
function faultOf(name: Changeable, text: string): string | null {
  const read = settingsSchema.shape[name].safeParse(text);
  return read.success ? null : (read.error.issues[0]?.message ?? words.unusable);
}

/** The settings of the environment with what officers have set over them; what can no longer be read counts as not set. */
export function settingsWith(base: Settings, changed: Partial<Record<Changeable, string>>): Settings {
  const over = Object.entries(changed).flatMap(([name, text]) => {
    const read = isChangeable(name) ? settingsSchema.shape[name].safeParse(text) : null;
    return read?.success ? [[name, read.data]] : [];
  });
  return { ...base, ...Object.fromEntries(over) };
}
