import type { Api } from './api';

/** What marks the texts of a tenant, and those that are for its staff. */
interface Marks {
  readonly tenant: string;
  readonly internal: string;
}

export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Articles in and out of the online shop, one with a picture, and a printer model with an accessory; answers with its id. */
export async function seedCatalog(agent: Api, { tenant, internal }: Marks): Promise<string> {
  const offered = await addArticle(agent, {
    number: `MX-${tenant}`,
    name: `Maus ${tenant}`,
    description: `Liegt gut in der Hand. ${tenant}`,
    manufacturer: `Hersteller ${tenant}`,
    category: `Mäuse ${tenant}`,
    netPriceCents: 2490,
    onlineShop: true,
  });
  await agent.put(`/staff/articles/${offered}/image`).attach('file', PNG, `${tenant}.png`).expect(200);
  await addArticle(agent, { number: `AUS-${tenant}`, name: `Auslaufmodell ${internal}`, active: false });
  const toner = await addArticle(agent, {
    number: `TN-${tenant}`,
    name: `Toner ${tenant}`,
    netPriceCents: 6490,
  });
  const printerModelId = await addPrinterModel(agent, `Laser ${tenant}`);
  await agent
    .put(`/staff/printer-models/${printerModelId}/accessories/${toner}`)
    .send({ kind: `Toner schwarz ${tenant}`, yieldPages: 3000 })
    .expect(200);
  return printerModelId;
}

interface DeviceTraces {
  readonly customerId: string;
  readonly printerModelId: string;
  /** Whose they are. */
  readonly marks: string;
  readonly canaries: Marks;
}

/** A printer that its customer sees, one that is retired, and a device that is none; notes are for staff. */
export async function seedDevice(
  agent: Api,
  { customerId, printerModelId, marks, canaries: { internal } }: DeviceTraces,
): Promise<void> {
  const path = `/staff/customers/${customerId}/devices`;
  const notes = `Nur für uns ${internal}`;
  const printer = { name: `Drucker ${marks}`, location: `Empfang ${marks}`, printerModelId, notes };
  await agent.post(path).send(printer).expect(201);
  await agent
    .post(path)
    .send({ name: `Altgerät ${internal}`, printerModelId, status: 'RETIRED' })
    .expect(201);
  await agent
    .post(path)
    .send({ name: `Notebook ${marks}`, type: 'Notebook', notes })
    .expect(201);
}

/** Answers with the id of a new article. */
export async function addArticle(
  staff: Api,
  values: { number: string; name: string; [field: string]: unknown },
): Promise<string> {
  const { body } = await staff.post('/staff/articles').send(values).expect(201);
  return String(body.id);
}

/** Answers with the id of a new printer model. */
export async function addPrinterModel(staff: Api, name: string, manufacturer = 'Brother'): Promise<string> {
  const { body } = await staff.post('/staff/printer-models').send({ manufacturer, name }).expect(201);
  return String(body.id);
}
