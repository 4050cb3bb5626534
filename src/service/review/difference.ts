/** Two texts line by line: what went, what came, and what stayed around it. */
export interface DiffLine {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

const MOST_LINES = 4_000;

/** The longest lines in common stay; equal beginnings and ends are taken off first. */
export function differenceOf(before: string, after: string): DiffLine[] {
  const [old, next] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < old.length && head < next.length && old[head] === next[head]) head += 1;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < next.length - head &&
    old[old.length - 1 - tail] === next[next.length - 1 - tail]
  )
    tail += 1;
  const same = (lines: readonly string[]): DiffLine[] => lines.map((text) => ({ kind: 'same', text }));
  return [
    ...same(old.slice(0, head)),
    ...between(old.slice(head, old.length - tail), next.slice(head, next.length - tail)),
    ...same(tail > 0 ? old.slice(-tail) : []),
  ];
}

function between(old: readonly string[], next: readonly string[]): DiffLine[] {
  if (old.length * next.length > MOST_LINES * MOST_LINES)
    return [
      ...old.map((text): DiffLine => ({ kind: 'gone', text })),
      ...next.map((text): DiffLine => ({ kind: 'new', text })),
    ];
  // lengths[i][j]: lines in common of what stands behind i and j.
  const width = next.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = next.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        old[i] === next[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < next.length) {
    if (i < old.length && j < next.length && old[i] === next[j]) {
      lines.push({ kind: 'same', text: old[i]! });
      i += 1;
      j += 1;
    } else if (
      j >= next.length ||
      (i < old.length && lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!)
    ) {
      lines.push({ kind: 'gone', text: old[i]! });
      i += 1;
    } else {
      lines.push({ kind: 'new', text: next[j]! });
      j += 1;
    }
  }
  return lines;
}
