import type { IncomingMessage } from 'node:http';
import type { Test } from 'supertest';

/** So long is listened to what does not end. */
const STREAM_MS = 300;

/** Whatever came, also of a stream that does not end. */
export async function answerTo(call: Test, body?: object): Promise<{ status: number; text: string }> {
  let text = '';
  let status = 0;
  const collected = call.buffer(true).parse((response, done) => {
    // What it is here; it becomes superagent's answer once it has been parsed.
    const message = response as unknown as IncomingMessage;
    const { statusCode = 0, headers } = message;
    status = statusCode;
    message.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
    message.on('end', () => done(null, text));
    const { 'content-type': type = '' } = headers;
    // A header is something that one can get, too.
    text = `${JSON.stringify(headers)}\n`;
    if (!type.startsWith('text/event-stream')) return;
    const finish = (): void => {
      message.destroy();
      done(null, text);
    };
    setTimeout(finish, STREAM_MS);
  });
  await (body ? collected.send(body) : collected);
  return { status, text };
}
