import type { Api } from './api';
import { fillPath, type Operation } from './operations';

/** An operation's answer to a caller with these ids and an otherwise valid body. */
export function send(
  api: Api,
  operation: Operation,
  ids: readonly string[],
  fields: Record<string, unknown> = {},
  etag = '"1"',
): Promise<{ status: number; text: string }> {
  const call = api
    .request(operation.method, fillPath(operation.path, ids))
    .set('if-match', etag)
    .buffer(true);
  if (operation.consumes === 'multipart/form-data') {
    const upload = call.attach('file', Buffer.from('Inhalt'), 'datei.txt');
    const { file: _file, ...beside } = operation.exampleBody();
    for (const [name, value] of Object.entries({ ...beside, ...fields }))
      void upload.field(name, String(value));
    return upload;
  }
  return operation.consumes ? call.send({ ...operation.exampleBody(), ...fields }) : call;
}

/** Something in every field: with nothing to change nothing is written, whosever it is. */
export function changesOf({ consumes, bodyIds, exampleBody }: Operation): Record<string, unknown> {
  const fields = consumes === 'multipart/form-data' ? [] : Object.entries(exampleBody(true));
  return Object.fromEntries(fields.filter(([name]) => !bodyIds.includes(name)));
}

/** Of what an operation would change. */
export async function etagOf(
  api: Api,
  { path, method }: Operation,
  ids: readonly string[],
): Promise<string | undefined> {
  if (method !== 'patch' && method !== 'put') return undefined;
  const { headers } = await api.request('get', fillPath(path, ids));
  return headers.etag;
}
