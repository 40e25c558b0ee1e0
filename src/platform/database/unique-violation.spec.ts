import { DatabaseError } from 'pg';
import { defineError } from '../errors';
import { mapUniqueViolation } from './unique-violation';

const taken = defineError('conflict', 'taken', { de: 'Vergeben.', en: 'Taken.' });

function violation(fields: Partial<DatabaseError>): DatabaseError {
  const name = fields.constraint ?? 'accounts_email';
  const message = `duplicate key value violates unique constraint "${name}"`;
  const error = new DatabaseError(message, message.length, 'error');
  return Object.assign(error, { code: '23505', ...fields });
}

const told = (error: Error): Promise<unknown> =>
  mapUniqueViolation({ accounts_email: taken }, () => Promise.reject(error)).catch((said: unknown) => said);

it('tells of the constraint that a row violates', async () => {
  expect(await told(violation({ constraint: 'accounts_email' }))).toMatchObject({ code: 'taken' });
});

it('knows it also where only the message of a shard names it', async () => {
  const message = 'duplicate key value violates unique constraint "accounts_email_102008"';
  expect(await told(violation({ message }))).toMatchObject({ code: 'taken' });
  expect(await told(violation({ constraint: 'accounts_email_102008' }))).toMatchObject({ code: 'taken' });
});

it('leaves everything else as it is', async () => {
  for (const other of [
    violation({ constraint: 'accounts_pkey' }),
    violation({ constraint: 'accounts_email', code: '23503' }),
    new Error('unique constraint "accounts_email"'),
  ])
    expect(await told(other)).toBe(other);
});
