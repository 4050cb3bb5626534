/** An office's colour as a style sheet that stays readable: darkened on light ground, lightened on dark, until text in it can be read. */

type Rgb = readonly [red: number, green: number, blue: number];

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
const DARK_SURFACE: Rgb = [29, 36, 43];
const SOFT_LIGHT = 0.9;
const SOFT_DARK = 0.78;
/** WCAG AA of small text, with something to spare for tinted grounds. */
const LEAST_CONTRAST = 5.2;
const STEP = 0.04;

/** `color`: '#0b5cad'. */
export function themeOf(color: string): string {
  const own = rgbOf(color);
  const light = readable(own, WHITE, BLACK);
  const dark = readable(own, DARK_SURFACE, WHITE);
  const rule = (accent: Rgb, on: Rgb, soft: Rgb) =>
    `--accent:${hexOf(accent)};--on-accent:${hexOf(on)};--soft:${hexOf(soft)}`;
  return (
    `:root{${rule(light, WHITE, mixed(own, WHITE, SOFT_LIGHT))}}` +
    `@media(prefers-color-scheme:dark){:root{${rule(dark, [13, 17, 23], mixed(own, DARK_SURFACE, SOFT_DARK))}}}\n`
  );
}

function readable(color: Rgb, ground: Rgb, towards: Rgb): Rgb {
  let share = 0;
  let made = color;
  while (contrast(made, ground) < LEAST_CONTRAST && share < 1) {
    share += STEP;
    made = mixed(color, towards, Math.min(1, share));
  }
  return made;
}

const rgbOf = (color: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as unknown as Rgb;

const hexOf = (color: Rgb): string => `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

const mixed = (color: Rgb, other: Rgb, share: number): Rgb =>
  color.map((part, at) => Math.round(part + ((other[at] ?? 0) - part) * share)) as unknown as Rgb;

/** WCAG 2: (lighter + 0.05) / (darker + 0.05). */
export function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((part) => {
    const share = part / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
