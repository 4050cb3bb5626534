/** The slash commands: each says the same as words that the dialogue knows. */

export const COMMANDS = [
  { command: 'start', says: '帮助', description: '开始，看看我能做什么' },
  { command: 'help', says: '帮助', description: '怎么问我' },
  { command: 'me', says: '我的资料', description: '您告诉过我的企业情况' },
  { command: 'reminders', says: '我的提醒', description: '已设的截止日提醒' },
  { command: 'forget', says: '忘记我', description: '删除您的全部资料' },
] as const;

/** An unknown command stands for its own word. */
export function wordsOfCommand(command: string): string {
  return COMMANDS.find((known) => known.command === command.toLowerCase())?.says ?? command;
}
