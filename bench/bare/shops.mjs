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
const ARTICLES = `SELECT ${OFFERED}, (t.sort_name)::text AS cursor_value FROM articles t
  WHERE t.active AND t.online_shop AND t.tenant_id = $1 ORDER BY t.sort_name ASC, t.id ASC LIMIT 26`;
const PRINTER = `SELECT t.id, t.name, t.serial_number AS "serialNumber", t.asset_tag AS "assetTag", t.location, t.room,
    t.user_name AS "userName", t.printer_model_id AS "printerModelId"
  FROM devices t WHERE t.tenant_id = $1 AND t.customer_id = $2 AND t.id = $3 AND t.printer_model_id IS NOT NULL
    AND t.status <> 'RETIRED'`;
const MODEL = 'SELECT id, manufacturer, name FROM printer_models WHERE tenant_id = $1 AND id = $2';
const ACCESSORIES = `SELECT ${OFFERED}, a.printer_model_id AS "printerModelId", a.kind, a.yield_pages AS "yieldPages"
  FROM printer_model_accessories a JOIN articles t ON t.tenant_id = a.tenant_id AND t.id = a.article_id
  WHERE a.tenant_id = $1 AND a.printer_model_id = $2 AND t.active
  ORDER BY a.printer_model_id, a.kind, t.sort_name, t.id`;
const OPEN_REQUESTS = `SELECT t.printer_id AS "printerId", t.article_id AS "articleId", min(o.created_at) AS since
  FROM order_lines t JOIN orders o ON o.tenant_id = t.tenant_id AND o.id = t.order_id
  WHERE t.tenant_id = $1 AND o.customer_id = $2 AND o.status IN ('RECEIVED', 'OFFER_MADE')
    AND (o.offer_valid_until IS NULL OR o.offer_valid_until >= $3::date)
    AND t.printer_id = ANY($4::uuid[])
  GROUP BY t.printer_id, t.article_id`;

/** The terms of a shop that is open and shows prices. */
export async function open({ tenantId, customerId }, shop) {
  const [row] = await query('access', ACCESS, [tenantId, customerId]);
  for (const what of ['enabled', 'show_prices']) {
    const own = row[`customer_${shop}_${what}`];
    if (!(own === 'INHERIT' ? row[`tenant_${shop}_${what}`] : own === 'ON')) throw new Error('closed');
  }
  return { url: row.terms_url, version: row.terms_version };
}

export async function articles(caller) {
  await open(caller, 'online_shop');
  const rows = await query('articles', ARTICLES, [caller.tenantId]);
  const last = rows.length > 25 ? rows[24] : undefined;
  return {
    items: rows.slice(0, 25).map(article),
    nextCursor:
      last && Buffer.from(JSON.stringify(['name', last.cursor_value, last.id])).toString('base64url'),
  };
}

export async function printer(caller, id) {
  await open(caller, 'printer_shop');
  const row = await printerRow(caller, id);
  const [model] = await query('model', MODEL, [caller.tenantId, row.printerModelId]);
  const { name, location, room, serialNumber, assetTag, userName } = row;
  return { id, name, model, location, room, serialNumber, assetTag, userName };
}

export async function accessories(caller, id) {
  await open(caller, 'printer_shop');
  const { printerModelId } = await printerRow(caller, id);
  const today = new Date().toISOString().slice(0, 10);
  const waiting = await query('open', OPEN_REQUESTS, [caller.tenantId, caller.customerId, today, [id]]);
  const rows = await query('accessories', ACCESSORIES, [caller.tenantId, printerModelId]);
  const since = new Map(waiting.map((row) => [row.articleId, row.since.toISOString().slice(0, 10)]));
  return {
    items: rows.map((row) => ({
      ...article(row),
      kind: row.kind,
      yieldPages: row.yieldPages,
      openRequestSince: since.get(row.id),
    })),
  };
}

async function printerRow({ tenantId, customerId }, id) {
  const [row] = await query('printer', PRINTER, [tenantId, customerId, id]);
  return row;
}

const article = (row) => ({
  id: row.id,
  number: row.number,
  name: row.name,
  description: row.description,
  manufacturer: row.manufacturer,
  manufacturerNumber: row.manufacturerNumber,
  ean: row.ean,
  unit: row.unit,
  category: row.category,
  hasImage: row.hasImage,
  vatRatePercent: row.vatRatePermille / 10,
  netPriceCents: row.netPriceCents,
  currency: 'EUR',
});
