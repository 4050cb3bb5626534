/** The door of the Telegram channel. */
import { channelEntry } from '../channel-entry.ts';
import { telegramSettings } from './settings.ts';

export const telegram = channelEntry({
  name: 'telegram',
  title: 'Telegram',
  wantedBy: ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_URL', 'TELEGRAM_WEBHOOK_SECRET'],
  settings: telegramSettings,
  load: async () => (await import('./telegram-channel.ts')).telegramChannel,
  probe: async (settings) => (await import('./probe.ts')).probeTelegram(settings),
});
