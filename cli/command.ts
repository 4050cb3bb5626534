import type { Options } from './options.ts';

/** What every file in cli/ exports as `command`. */
export interface Command {
  /** One line of help, in Chinese. */
  summary: string;
  /** Forms of the call, one each, without the options: `key add 名称`. */
  usage: readonly string[];
  /** The options that `run` reads; `--help` shows them. */
  options: Options;
  /** Runs with the words after the command's name; answers the exit code. Throw UserError for what the user can mend. */
  run(argv: string[]): Promise<number>;
}
