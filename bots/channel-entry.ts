/** What a channel's door tells of it: its settings, and how it is loaded once they are there. */
import type { z } from 'zod';
import { presentOnly, settingProblem } from '../src/service/index.ts';
import type { Channel, Probed } from './channel.ts';
import type { ChannelTools } from './channel-tools.ts';

export interface ConfiguredChannel {
  name: string;
  title: string;
  /** Asks the platform whether it takes the settings, without receiving anything. Absent: only a start can tell. */
  probe?: () => Promise<Probed>;
  /** Loads and makes the channel; it is started by the gateway. */
  create(tools: ChannelTools): Promise<Channel>;
}

/** The settings of a channel, for .env.example and the reference. */
export interface ChannelSettings {
  title: string;
  /** What has to be done before the settings help; a sentence or null. */
  note: string | null;
  shape: Readonly<Record<string, z.ZodType>>;
}

export interface ChannelEntry {
  /** Null where the environment does not ask for it. Throws UserError with one sentence that names a wrong setting. */
  configure(environment: NodeJS.ProcessEnv): ConfiguredChannel | null;
  described: ChannelSettings;
}

interface Told<Settings> {
  name: string;
  title: string;
  note?: string;
  /** Any of these set means that the channel is wanted: then all that it needs must be right. */
  wantedBy: string[];
  settings: z.ZodType<Settings> & Pick<ChannelSettings, 'shape'>;
  /** What only a running channel needs is imported here. */
  load(): Promise<(settings: Settings, tools: ChannelTools) => Channel>;
  probe?(settings: Settings): Promise<Probed>;
}

export function channelEntry<Settings>(told: Told<Settings>): ChannelEntry {
  const { name, title, note, wantedBy, settings, load, probe } = told;
  return {
    configure(environment) {
      const present = presentOnly(environment);
      if (!wantedBy.some((setting) => setting in present)) return null;
      const parsed = settings.safeParse(present);
      if (!parsed.success) throw settingProblem(parsed.error);
      return {
        name,
        title,
        ...(probe && { probe: () => probe(parsed.data) }),
        create: async (tools) => (await load())(parsed.data, tools),
      };
    },
    described: { title, note: note ?? null, shape: settings.shape },
  };
}
