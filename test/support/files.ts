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

/** As a program writes it that knows this code page only. */
export function bytesIn(page: CodePage, text: string): Buffer {
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [characterOf(page, byte), byte]));
  return Buffer.from(Array.from(text, (character) => bytes.get(character) ?? 0x3f));
}
