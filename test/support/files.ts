import type { Response } from 'supertest';
import { characterOf, type CodePage } from '../../src/csv/reading/code-pages';
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

/** What is downloaded, as the bytes that came. */
export async function download(by: Api, url: string): Promise<Response> {
  return by
    .get(url)
    .buffer(true)
    .parse(bytesOf as never);
}

function bytesOf(response: NodeJS.ReadableStream, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => done(null, Buffer.concat(chunks)));
}

/** As a program writes it that knows this code page only. */
export function bytesIn(page: CodePage, text: string): Buffer {
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [characterOf(page, byte), byte]));
  return Buffer.from(Array.from(text, (character) => bytes.get(character) ?? 0x3f));
}

/** Bytes as an old German program writes them. */
export function ansi(text: string): Buffer {
  return Buffer.from(text.replaceAll('€', '\x80').replaceAll('–', '\x96'), 'latin1');
}

/** Of a file of customers. */
export const CUSTOMER_COLUMNS = 'Kundennummer;Name;Straße;PLZ;Ort;Telefon;E-Mail;Notizen\r\n';

export async function customersByNumber(admin: Api): Promise<Record<string, unknown>[]> {
  const { body } = await admin.get('/staff/customers?sort=number&limit=100').expect(200);
  return (body as { items: Record<string, unknown>[] }).items;
}
