import { QueryFailedError } from 'typeorm';
import { describeError } from './describe-error';

const failed = (members: object): Error =>
  new QueryFailedError(
    'INSERT INTO contact VALUES ($1)',
    ['erika@kunde.example'],
    Object.assign(new Error('duplicate key value violates unique constraint "contact_email"'), members),
  );

describe('describeError', () => {
  it('names type, code, constraint and stack of a database error, without parameters and row', () => {
    const error = failed({
      code: '23505',
      constraint: 'contact_email',
      detail: 'Key (email)=(erika@kunde.example) already exists.',
    });
    const description = describeError(error);
    expect(description).toMatchObject({
      type: 'QueryFailedError',
      code: '23505',
      constraint: 'contact_email',
    });
    expect(description.stack).toContain('describe-error.spec');
    expect(JSON.stringify(description)).not.toMatch(/erika|INSERT/);
  });

  it('does not repeat a value that the database could not read', () => {
    const error = Object.assign(new Error('invalid input syntax for type uuid: "erika@kunde.example"'), {
      code: '22P02',
    });
    expect(JSON.stringify(describeError(error))).not.toContain('erika');
    expect(describeError(error).message).toContain('22P02');
  });

  it('follows causes and survives what is not an error', () => {
    expect(describeError(new Error('outer', { cause: new TypeError('inner') })).cause).toMatchObject({
      type: 'TypeError',
      message: 'inner',
    });
    expect(describeError({ secret: 1 })).toEqual({
      type: 'object',
      message: 'Something other than an Error was thrown.',
    });
  });
});
