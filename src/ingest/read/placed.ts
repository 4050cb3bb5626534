/** A piece of text placed on a page (PDF, OFD). */
export interface Placed {
  text: string;
  /** Left edge and width; y grows downwards. All in the page's own unit. */
  x: number;
  y: number;
  width: number;
  height: number;
}
