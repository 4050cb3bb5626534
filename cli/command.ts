/** What every file in cli/ exports as `command`. */
export interface Command {
  /** One line of help, in Chinese. */
  summary: string;
  /** Runs with the words after the command's name; answers the exit code. Throw UserError for what the user can mend. */
  run(argv: string[]): Promise<number>;
}
