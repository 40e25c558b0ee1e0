/** Red, green and blue, 0 to 255. */
type Color = readonly [number, number, number];

const LEAST_CONTRAST = 4.5;
const BLACK: Color = [0, 0, 0];
const WHITE: Color = [255, 255, 255];
/** The lightest and the darkest ground on which the accent colour stands: `--surface-2` and `--page` of tokens.css. */
const LIGHT_GROUND: Color = [0xee, 0xf2, 0xf2];
const DARK_GROUND: Color = [0x23, 0x2c, 0x31];
const DARK_SURFACE: Color = [0x1a, 0x21, 0x25];
/** What is written on the accent colour in the dark look. */
const ON_DARK: Color = [0x06, 0x26, 0x2c];

/**
 * The tokens of tokens.css for a colour that the tenant chose. In the light look it is darkened, in the dark look lightened
 * until it can be read wherever the app writes with it.
 */
export function accentTokens(chosen: string): Record<string, string> {
  const color = parsed(chosen);
  const light = until(color, BLACK, (each) => reads(each, LIGHT_GROUND) && reads(each, softOf(each, WHITE)));
  const dark = until(
    color,
    WHITE,
    (each) => reads(each, DARK_GROUND) && reads(each, softOf(each, DARK_SURFACE)) && reads(ON_DARK, each),
  );
  return {
    '--accent-light': text(light),
    '--accent-dark': text(dark),
    '--accent-strong': either(mixed(light, BLACK, 0.25), mixed(dark, WHITE, 0.35)),
    '--accent-soft': either(softOf(light, WHITE), softOf(dark, DARK_SURFACE)),
    '--on-accent': either(WHITE, ON_DARK),
  };
}

/** A ground with a touch of the colour. */
function softOf(color: Color, ground: Color): Color {
  return mixed(ground, color, 0.12);
}

function until(color: Color, towards: Color, isGood: (color: Color) => boolean): Color {
  for (let part = 0; part < 1; part += 0.02) {
    const tried = mixed(color, towards, part);
    if (isGood(tried)) return tried;
  }
  return towards;
}

function reads(one: Color, other: Color): boolean {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05) >= LEAST_CONTRAST;
}

/** As WCAG defines it. */
function luminance(color: Color): number {
  const [red = 0, green = 0, blue = 0] = color
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mixed(from: Color, to: Color, part: number): Color {
  const mix = (at: 0 | 1 | 2): number => Math.round(from[at] + (to[at] - from[at]) * part);
  return [mix(0), mix(1), mix(2)];
}

function parsed(color: string): Color {
  const part = (at: number): number => parseInt(color.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

function text(color: Color): string {
  return `rgb(${color.join(' ')})`;
}

function either(light: Color, dark: Color): string {
  return `light-dark(${text(light)}, ${text(dark)})`;
}
