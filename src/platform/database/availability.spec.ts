import { isDatabaseAway, whenReachable } from './availability';

const failure = (message: string, code?: string): Error =>
  Object.assign(new Error(message), code && { code });

const AWAY = [
  failure('timeout expired'),
  failure('timeout exceeded when trying to connect'),
  failure('Connection terminated unexpectedly'),
  failure('Connection terminated due to connection timeout'),
  failure('', 'ECONNREFUSED'),
  failure('', 'EAI_AGAIN'),
  failure('', 'ENOTFOUND'),
  failure('the database system is starting up', '57P03'),
  failure('sorry, too many clients already', '53300'),
  failure('', '08006'),
];
const OTHERS = [
  failure('password authentication failed', '28P01'),
  failure('database "x" does not exist', '3D000'),
  failure('permission denied', '42501'),
  failure('canceling statement due to statement timeout', '57014'),
  failure('something else'),
];

describe('A database that is away', () => {
  it.each(AWAY)('is known by %s', (error) => expect(isDatabaseAway(error)).toBe(true));
  it.each(OTHERS)('is not known by %s', (error) => expect(isDatabaseAway(error)).toBe(false));

  it('is waited for, with a single word', async () => {
    const answers = [AWAY[0], AWAY[4]];
    const said: string[] = [];
    const work = (): Promise<string> => {
      const error = answers.shift();
      return error ? Promise.reject(error) : Promise.resolve('there');
    };
    expect(await whenReachable(work, (text) => said.push(text))).toBe('there');
    expect(said).toEqual(['The database does not answer (timeout expired); trying again for a while.']);
  });

  it('is not what is waited for where something else is wrong', async () => {
    const said: string[] = [];
    const work = (): Promise<never> => Promise.reject(OTHERS[0]!);
    await expect(whenReachable(work, (text) => said.push(text))).rejects.toThrow('password');
    expect(said).toEqual([]);
  });
});
