const PRICE = /^(?<whole>\d+|\d{1,3}(?:[.,]\d{3})+)(?:[.,](?<fraction>\d{1,2}))?$/;

/** What somebody typed as a price, in cents: `1.234,5`, `1,234.50` and `89` alike. Nothing where it is no price. */
export function centsOf(typed: string): number | undefined {
  const { whole, fraction = '' } = PRICE.exec(typed.replace(/[\s€]/g, ''))?.groups ?? {};
  if (whole === undefined) return undefined;
  return Number(whole.replace(/[.,]/g, '')) * 100 + Number(fraction.padEnd(2, '0'));
}

/** A price as it is typed. */
export function typedPrice(cents: number, language: string): string {
  const text = (cents / 100).toFixed(2);
  return language === 'de' ? text.replace('.', ',') : text;
}
