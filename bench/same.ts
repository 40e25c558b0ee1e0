import type { Caller } from './callers';
import type { Operation } from './operations';
import { ask } from './queries';
import type { Server } from './servers';

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const MOMENT = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;
const NUMBER = /[TBA]-\d{4}-\d{6,}/g;
const SECRET = /[\w-]{60,}(\.[\w-]+)*/g;

/** The bare server is no measure unless it answers the same: of writes all but what is new each time. */
export async function assertSame(
  portal: Server,
  bare: Server,
  operation: Operation,
  caller: Caller,
): Promise<void> {
  const shape = operation.kind === 'read' ? (text: string): string => text : withoutNews;
  const expected: string[] = [];
  for (const request of operation.requestsOf(caller)) expected.push(shape(await ask(portal, request)));
  for (const [index, request] of operation.requestsOf(caller).entries()) {
    const answer = shape(await ask(bare, request));
    if (answer !== expected[index]) {
      throw new Error(`${operation.name}: the servers differ.\nportal ${expected[index]}\nbare   ${answer}`);
    }
  }
}

function withoutNews(text: string): string {
  return text
    .replace(UUID, 'id')
    .replace(MOMENT, 'moment')
    .replace(NUMBER, 'number')
    .replace(SECRET, 'secret');
}
