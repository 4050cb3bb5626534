/** Where lines come from and go to: a pipe, or a prompt. */

export interface Lines {
  /** Calls back with each line, waits for it, and resolves at the end of the input. */
  read(each: (line: string) => Promise<void>): Promise<void>;
  /** False when nobody reads any more; then `read` ends too. */
  print(text: string): Promise<boolean>;
  close(): void;
}
