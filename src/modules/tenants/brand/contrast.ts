/** WCAG 2.2, success criterion 1.4.3: what texts of any size need. */
const LEAST = 4.5;

/** Whether white texts can be read on the colour, and texts in the colour on white. @param color e.g. `#0f5e6e` */
export function standsOutOnWhite(color: string): boolean {
  return 1.05 / (luminance(color) + 0.05) >= LEAST;
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
