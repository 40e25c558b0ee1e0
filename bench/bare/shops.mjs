import { query } from './database.mjs';

const SWITCHES = ['online_shop', 'printer_shop'].flatMap((shop) => [
  `s.${shop}_enabled AS "tenant_${shop}_enabled"`,
  `s.${shop}_show_prices AS "tenant_${shop}_show_prices"`,
  `coalesce(c.${shop}_enabled, 'INHERIT') AS "customer_${shop}_enabled"`,
  `coalesce(c.${shop}_show_prices, 'INHERIT') AS "customer_${shop}_show_prices"`,
]);
const ACCESS = `SELECT ${SWITCHES.join(', ')}, coalesce(c.version, 0) AS version, s.terms_url, s.terms_version
  FROM tenant_settings s LEFT JOIN customer_shop_settings c ON c.tenant_id = s.tenant_id AND c.id = $2
  WHERE s.tenant_id = $1`;
export const OFFERED = `t.id, t.number, t.name, t.description, t.manufacturer,
  t.manufacturer_number AS "manufacturerNumber", t.ean, t.unit, t.category,
  coalesce((SELECT true FROM article_images i WHERE i.tenant_id = t.tenant_id AND i.article_id = t.id), false) AS "hasImage",
  t.vat_rate_permille AS "vatRatePermille", t.net_price_cents AS "netPriceCents"`;

/** The terms of a shop that is open and shows prices. */
export async function open({ tenantId, customerId }, shop) {
  const [row] = await query('access', ACCESS, [tenantId, customerId]);
  for (const what of ['enabled', 'show_prices']) {
    const own = row[`customer_${shop}_${what}`];
    if (!(own === 'INHERIT' ? row[`tenant_${shop}_${what}`] : own === 'ON')) throw new Error('closed');
  }
  return { url: row.terms_url, version: row.terms_version };
}
