/** What is used of word-extractor, which has no types of its own. */
declare module 'word-extractor/lib/word-ole-extractor.js' {
  export interface Piece {
    text: string;
    /** Place of the first character in the file. */
    startFilePos: number;
    /** Bytes a character. */
    bpc: number;
  }
  interface Document {
    getBody(options: { filterUnicode: boolean }): string;
    getFootnotes(options: { filterUnicode: boolean }): string;
    getTextboxes?(options: { filterUnicode: boolean; includeHeadersAndFooters: boolean }): string;
  }
  export default class WordOleExtractor {
    _pieces: Piece[];
    writeCharacterProperties(word: Buffer, table: Buffer): void;
    extract(reader: object): Promise<Document>;
  }
}
declare module 'word-extractor/lib/buffer-reader.js' {
  export default class BufferReader {
    constructor(bytes: Buffer);
    open(): Promise<unknown>;
  }
}
declare module 'word-extractor/lib/ole-compound-doc.js' {
  export default class OleCompoundDoc {
    constructor(reader: object);
    read(): Promise<unknown>;
    /** A stream of bytes, or null where the file has none of that name. */
    stream(name: string): NodeJS.ReadableStream | null;
  }
}
