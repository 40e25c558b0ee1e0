import { useRef } from 'react';
import { Unreachable, Problem } from './problems';

/**
 * One `Idempotency-Key` an attempt: who sends the same again because no answer came gets the answer of the first time;
 * after an answer, or with something else to say, it is a new attempt.
 */
export function useAttempt(): <Result>(
  content: unknown,
  send: (headers: { 'Idempotency-Key': string }) => Promise<Result>,
) => Promise<Result> {
  const open = useRef<{ key: string; content: string }>(undefined);
  return async (content, send) => {
    const text = JSON.stringify(content);
    if (open.current?.content !== text) open.current = { key: crypto.randomUUID(), content: text };
    try {
      const result = await send({ 'Idempotency-Key': open.current.key });
      open.current = undefined;
      return result;
    } catch (error) {
      const unanswered = error instanceof Unreachable || (error instanceof Problem && error.status >= 500);
      if (!unanswered) open.current = undefined;
      throw error;
    }
  };
}
