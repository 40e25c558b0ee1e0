import type { Caller } from './callers';
import type { Operation } from './operations';
import { askAll } from './queries';
import type { Server } from './servers';

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const MOMENT = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;
const NUMBER = /[TBA]-\d{4}-\d{6,}/g;
const SECRET = /[\w-]{40,}(\.[\w-]+)*/g;

/** The bare server is no measure unless it answers the same: of writes all but what is new each time. */
export async function assertSame(
  portal: Server,
  bare: Server,
  operation: Operation,
  caller: Caller,
): Promise<void> {
  const shape = operation.kind === 'read' ? (text: string): string => text : withoutNews;
  const expected = (await askAll(portal, operation.requestsOf(caller))).map(shape);
  const answers = (await askAll(bare, operation.requestsOf(caller))).map(shape);
  for (const [index, answer] of answers.entries()) {
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
