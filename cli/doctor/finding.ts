/** One thing that was looked at. */
export interface Finding {
  /** 程序, 设置, 数据, … */
  about: string;
  /** 'note': works, but somebody should know. */
  state: 'ok' | 'note' | 'bad';
  /** One Chinese sentence: what is so, and, unless it is well, what to do. */
  says: string;
}

export const ok = (about: string, says: string): Finding => ({ about, state: 'ok', says });
export const note = (about: string, says: string): Finding => ({ about, state: 'note', says });
export const bad = (about: string, says: string): Finding => ({ about, state: 'bad', says });
