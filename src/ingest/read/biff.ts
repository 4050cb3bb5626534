/** The records of an old Excel workbook (BIFF8, [MS-XLS]): what says a cell's words, its place and whether people see it. */

export interface Item {
  type: number;
  data: Buffer;
}

export const RECORD = {
  formula: 0x0006,
  end: 0x000a,
  password: 0x002f,
  more: 0x003c,
  column: 0x007d,
  sheet: 0x0085,
  manyNumbers: 0x00bd,
  style: 0x00e0,
  merged: 0x00e5,
  strings: 0x00fc,
  string: 0x00fd,
  number: 0x0203,
  label: 0x0204,
  formulaString: 0x0207,
  row: 0x0208,
  shortNumber: 0x027e,
  format: 0x041e,
  begin: 0x0809,
} as const;

export function* readRecords(stream: Buffer, from: number): Generator<Item> {
  for (let at = from; at + 4 <= stream.length; ) {
    const size = stream.readUInt16LE(at + 2);
    yield { type: stream.readUInt16LE(at), data: stream.subarray(at + 4, at + 4 + size) };
    at += 4 + size;
  }
}

/** A string whose length stands in one or two bytes before it; `at` is where the length stands. */
export function readString(data: Buffer, at: number, lengthBytes: 1 | 2): string {
  const length = lengthBytes === 1 ? data.readUInt8(at) : data.readUInt16LE(at);
  const wide = (data.readUInt8(at + lengthBytes) & 1) === 1;
  const from = at + lengthBytes + 1;
  return wide
    ? data.subarray(from, from + length * 2).toString('utf16le')
    : data.subarray(from, from + length).toString('latin1');
}

/** A number packed into four bytes: a whole number or the upper half of a fraction, perhaps times a hundred. */
export function readShortNumber(packed: number): number {
  let value: number;
  if (packed & 2) value = packed >> 2;
  else {
    const bytes = Buffer.alloc(8);
    bytes.writeInt32LE(packed & ~3, 4);
    value = bytes.readDoubleLE(0);
  }
  return packed & 1 ? value / 100 : value;
}

/** The shared strings: a record and those that go on from it, where a string may be cut between two of them. */
export function readSharedStrings(parts: readonly Buffer[]): string[] {
  const cursor = { part: 0, at: 8 };
  const left = () => (parts[cursor.part]?.length ?? 0) - cursor.at;
  const nextPart = () => {
    cursor.part++;
    cursor.at = 0;
  };
  const byte = (): number => {
    while (cursor.part < parts.length && left() <= 0) nextPart();
    return parts[cursor.part]?.[cursor.at++] ?? 0;
  };
  const short = () => byte() | (byte() << 8);
  const skip = (bytes: number) => {
    for (let i = 0; i < bytes && cursor.part < parts.length; i++) byte();
  };
  const characters = (length: number, wideAtFirst: boolean): string => {
    let wide = wideAtFirst;
    let text = '';
    for (let i = 0; i < length; i++) {
      if (left() <= 0) {
        nextPart();
        if (cursor.part >= parts.length) break;
        // A string that goes on says anew how wide its characters are.
        wide = (byte() & 1) === 1;
      }
      text += String.fromCharCode(wide ? short() : byte());
    }
    return text;
  };
  const strings: string[] = [];
  const count = parts[0]?.readUInt32LE(4) ?? 0;
  while (strings.length < count && cursor.part < parts.length) {
    const length = short();
    const flags = byte();
    const runs = flags & 8 ? short() : 0;
    const phonetic = flags & 4 ? short() | (short() << 16) : 0;
    strings.push(characters(length, (flags & 1) === 1));
    skip(runs * 4 + phonetic);
  }
  return strings;
}
