/** The ways on which officers are told, as the settings name them: one entry of the outbox each. */
import type { Settings } from '../settings.ts';
import { MAIL_CHANNEL } from './mail.ts';
import { NOTICE_CHANNEL } from './robot.ts';

export interface Way {
  channel: string;
  /** The robot's address, or somebody's mail address. */
  to: string;
}

export const waysOf = ({
  OFFICER_ROBOT_URL: robot,
  OFFICER_MAIL: addresses = [],
}: Partial<Pick<Settings, 'OFFICER_ROBOT_URL' | 'OFFICER_MAIL'>>): Way[] => [
  ...(robot === undefined ? [] : [{ channel: NOTICE_CHANNEL, to: robot }]),
  ...addresses.map((to) => ({ channel: MAIL_CHANNEL, to })),
];

/** Of one notice no more than one goes the same way. A robot's address holds its key, so the id does not name it. */
export const idOn = ({ channel, to }: Way, notice: string): string =>
  channel === MAIL_CHANNEL ? `${channel}:${notice}:${to}` : `${channel}:${notice}`;
