/** Where lines come from and go to: a pipe, or a prompt. */

export interface Lines {
  /** Calls back with each line, waits for it, and resolves at the end of the input. */
  read(each: (line: string) => Promise<void>): Promise<void>;
  print(text: string): Promise<void>;
  close(): void;
}
