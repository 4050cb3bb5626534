/** Whether somebody asks about the program instead of for its work: `--help`, `-h`, `--version`, `-v`, up to a `--`. */
export function wants(words: readonly string[]): 'help' | 'version' | null {
  const end = words.indexOf('--');
  for (const word of end < 0 ? words : words.slice(0, end)) {
    if (word === '--help' || word === '-h') return 'help';
    if (word === '--version' || word === '-v') return 'version';
  }
  return null;
}
