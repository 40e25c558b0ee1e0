import { createHmac, randomUUID } from 'node:crypto';
import { publish, transaction } from './database.mjs';
import { NEXT_NUMBER } from './new-ticket.mjs';
import { OFFERED, open } from './shops.mjs';
import { namesOf } from './tickets.mjs';
import { derivedKey } from './token.mjs';

const OFFERS = `SELECT ${OFFERED} FROM articles t
  WHERE t.tenant_id = $1 AND t.id = ANY($2::uuid[]) AND t.active AND t.online_shop`;
const ITEMS = `SELECT t.id, t.article_id AS "articleId", t.quantity FROM cart_items t
  WHERE t.tenant_id = $1 AND t.contact_id = $2 AND t.shop = 'ONLINE_SHOP' ORDER BY t.id`;
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`;
const PUT = `INSERT INTO cart_items (tenant_id, id, contact_id, shop, article_id, quantity, number, name, shown_offer, shown_price_cents)
  VALUES ($1, $2, $3, 'ONLINE_SHOP', $4, $5, $6, $7, $8, $9)
  ON CONFLICT (tenant_id, contact_id, shop, article_id, printer_id) DO UPDATE SET quantity = EXCLUDED.quantity,
    number = EXCLUDED.number, name = EXCLUDED.name, shown_offer = EXCLUDED.shown_offer, shown_price_cents = EXCLUDED.shown_price_cents`;
const CLEAR = `DELETE FROM cart_items t WHERE t.tenant_id = $1 AND t.id = ANY($2::uuid[])`;
const ORDER = `INSERT INTO orders (tenant_id, id, version, number, kind, shop, customer_id, contact_id, status, reference,
    currency, total_net_cents, total_gross_cents, terms_url, terms_version, created_at)
  VALUES ($1, $2, 1, $3, 'ORDER', 'ONLINE_SHOP', $4, $5, 'RECEIVED', $6, 'EUR', $7, $8, $9, $10, $11)`;
const LINES = `INSERT INTO order_lines (tenant_id, id, order_id, position, article_id, number, name, unit, quantity,
    vat_rate_permille, net_price_cents)
  SELECT $1, l.id, $2, l.position, l."articleId", l.number, l.name, l.unit, l.quantity, l."vatRatePermille", l."netPriceCents"
  FROM json_to_recordset($3) AS l(id uuid, position int, "articleId" uuid, number text, name text, unit text, quantity int,
    "vatRatePermille" int, "netPriceCents" int)`;
const INBOX = `INSERT INTO inbox_items (tenant_id, id, version, type, state, number, subject_id, customer_id, contact_id,
    summary, payload, created_at)
  VALUES ($1, $2, 1, 'ORDER', 'NEW', $3, $4, $5, $6, $7, $8, $9)`;

export async function putIntoCart(caller, articleId, { quantity }) {
  const { tenantId, id } = caller;
  const terms = await open(caller, 'online_shop');
  return transaction(async (ask) => {
    await ask('lock-cart', LOCK, [`cart:${tenantId}:${id}:ONLINE_SHOP`]);
    const stored = await ask('items', ITEMS, [tenantId, id]);
    const place = stored.findIndex((item) => item.articleId === articleId);
    const items = stored.toSpliced(place < 0 ? stored.length : place, 1, { articleId, quantity });
    const lines = await priced(ask, tenantId, items);
    const { netPriceCents, ...offer } = lines.find((line) => line.articleId === articleId);
    const { number, name, unit, vatRatePermille } = offer;
    const shown = { number, name, unit, vatRatePermille, kind: null, printer: null };
    await ask('put', PUT, [
      tenantId,
      randomUUID(),
      id,
      articleId,
      quantity,
      number,
      name,
      shown,
      netPriceCents,
    ]);
    return cart(lines, terms, id);
  });
}

/** All of the cart becomes an order, which also arrives in the Postkorb. */
export async function submit(caller, { cartVersion, expectedTotalNetCents, reference }) {
  const { tenantId, id: contactId } = caller;
  const terms = await open(caller, 'online_shop');
  const order = { id: randomUUID(), reference, createdAt: new Date(), terms, contactId };
  return transaction(async (ask) => {
    const items = await ask('lock-items', `${ITEMS} FOR UPDATE`, [tenantId, contactId]);
    order.lines = (await priced(ask, tenantId, items)).map((line) => ({
      ...line,
      itemId: line.id,
      id: randomUUID(),
    }));
    order.totals = totalsOf(order.lines);
    if (order.totals.netCents !== expectedTotalNetCents) throw new Error('total');
    if (versionOf(order.lines, order.totals, terms, contactId) !== cartVersion) throw new Error('version');
    await ask('clear', CLEAR, [tenantId, items.map(({ id }) => id)]);
    const names = await namesOf(caller, [order], ask);
    const [{ value }] = await ask('number', NEXT_NUMBER, [tenantId, 'orders']);
    order.number = `B-${order.createdAt.getUTCFullYear()}-${value.padStart(6, '0')}`;
    await enter(ask, caller, order);
    await arrive(ask, caller, order);
    return present(order, names.get(contactId));
  });
}

async function enter(ask, { tenantId, customerId, id: contactId }, order) {
  const { id, number, reference, totals, terms, createdAt, lines } = order;
  const { netCents, grossCents } = totals;
  const known = [tenantId, id, number, customerId, contactId, reference];
  await ask('order', ORDER, [...known, netCents, grossCents, terms.url, terms.version, createdAt]);
  await ask('lines', LINES, [
    tenantId,
    id,
    JSON.stringify(lines.map((line, i) => ({ ...line, position: i + 1 }))),
  ]);
  await publish(ask, 'order.submitted', {
    tenantId,
    orderId: id,
    kind: 'ORDER',
    shop: 'ONLINE_SHOP',
    customerId,
    contactId,
  });
}

async function arrive(ask, { tenantId, customerId, id: contactId }, order) {
  const id = randomUUID();
  const summary = order.lines.map(({ quantity, name }) => `${quantity} × ${name}`).join(', ');
  const payload = { order: { ...present(order), lines: order.lines.map(presentLine) } };
  const item = [
    tenantId,
    id,
    order.number,
    order.id,
    customerId,
    contactId,
    summary,
    payload,
    order.createdAt,
  ];
  await ask('inbox', INBOX, item);
  await publish(ask, 'inbox.item-created', { tenantId, itemId: id });
}

async function priced(ask, tenantId, items) {
  const rows = await ask('offers', OFFERS, [tenantId, items.map(({ articleId }) => articleId)]);
  const offers = new Map(rows.map(({ id, ...offer }) => [id, offer]));
  return items.map((item) => ({ ...offers.get(item.articleId), ...item }));
}

function totalsOf(lines) {
  const netCents = lines.reduce((sum, { quantity, netPriceCents }) => sum + quantity * netPriceCents, 0);
  const vatCents = Math.round((netCents * 190) / 1000);
  return {
    currency: 'EUR',
    netCents,
    vat: [{ vatRatePercent: 19, netCents, vatCents }],
    grossCents: netCents + vatCents,
  };
}

const key = derivedKey('cart-version');

/** Of what is shown: a keyed hash of the lines and one of the terms. */
function versionOf(lines, { netCents, grossCents }, terms, contactId) {
  const shown = lines.map(({ articleId, quantity, number, name, unit, vatRatePermille, netPriceCents }) => [
    articleId,
    null,
    quantity,
    number,
    name,
    unit,
    null,
    vatRatePermille,
    netPriceCents,
    null,
  ]);
  return [
    ['ONLINE_SHOP', contactId, 'ORDER', netCents, grossCents, shown],
    ['ONLINE_SHOP', contactId, terms.url, terms.version],
  ]
    .map((part) => createHmac('sha256', key).update(JSON.stringify(part)).digest('base64url'))
    .join('.');
}

const cart = (lines, terms, contactId) => ({
  shop: 'ONLINE_SHOP',
  version: versionOf(lines, totalsOf(lines), terms, contactId),
  mode: 'ORDER',
  items: lines.map(({ articleId, number, name, quantity, unit, vatRatePermille, netPriceCents }) => ({
    articleId,
    printer: null,
    number,
    name,
    quantity,
    available: true,
    unit,
    vatRatePercent: vatRatePermille / 10,
    netPriceCents,
    lineNetCents: quantity * netPriceCents,
  })),
  totals: totalsOf(lines),
  terms,
});

const presentLine = ({ id, articleId, number, name, unit, quantity, vatRatePermille, netPriceCents }) => ({
  id,
  articleId,
  number,
  name,
  unit,
  kind: null,
  printer: null,
  quantity,
  vatRatePercent: vatRatePermille / 10,
  netPriceCents,
  lineNetCents: quantity * netPriceCents,
});

const present = ({ id, number, reference, createdAt, lines, totals, terms }, contact) => ({
  id,
  number,
  kind: 'ORDER',
  shop: 'ONLINE_SHOP',
  status: 'RECEIVED',
  contact,
  reference,
  createdAt,
  decidedAt: null,
  currency: 'EUR',
  totalNetCents: totals.netCents,
  totalGrossCents: totals.grossCents,
  offer: null,
  costCentre: null,
  note: null,
  deliveryAddress: null,
  lines: lines.map(presentLine),
  totals,
  terms,
  message: null,
  answeredAt: null,
  answerNote: null,
  cancellation: null,
});
