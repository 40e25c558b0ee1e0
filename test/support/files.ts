import type { Response } from 'supertest';
import type { Api } from './api';

/** Sends a CSV file to an import. */
export async function importCsv(
  api: Api,
  collection: string,
  content: string | Buffer,
  fields: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return api
    .post(`/staff/${collection}/imports`)
    .attach('file', Buffer.from(content), `${collection}.csv`)
    .field(fields);
}

/** The text of an export, with its byte order mark. */
export async function exportCsv(api: Api, collection: string): Promise<string> {
  const { text } = await api.get(`/staff/${collection}/exports`).expect(200).buffer(true);
  return text;
}
