import { type Caller, PasswordHasher } from './password-hasher';

const PASSWORD = 'Regenschirm tanzt leise 42';
/** Two at a time do not end in the order in which they began; who waits for all the others comes after 32. */
const SOON = 12;

describe('Passwords are looked at', () => {
  const hasher = new PasswordHasher({ environment: 'production' } as never);
  const guess = (caller: Caller): Promise<boolean> => hasher.verify(null, 'Geraten', caller);
  const outcomes = async (guesses: readonly Promise<boolean>[]): Promise<string[]> =>
    (await Promise.allSettled(guesses)).map((result) =>
      result.status === 'fulfilled' ? 'answered' : (result.reason as { code: string }).code,
    );
  const times = <T>(count: number, value: T): T[] => Array<T>(count).fill(value);

  const orderOf = async (works: readonly (readonly [string, Promise<unknown>])[]): Promise<string[]> => {
    const order: string[] = [];
    await Promise.all(works.map(([who, work]) => work.then(() => order.push(who))));
    return order;
  };

  it('two at a time, with thirty queued: further ones are refused', async () => {
    const unknown = times(40, 'UNKNOWN' as const).map(guess);
    expect(await outcomes(unknown)).toEqual([...times(32, 'answered'), ...times(8, 'auth.busy')]);
  });

  it('of known callers alternate with those of unknown ones, however many there are', async () => {
    const flood = times(32, 'UNKNOWN' as const).map((caller) => [caller, guess(caller)] as const);
    const password = hasher.hash(PASSWORD);
    const order = await orderOf([...flood, ['LOGIN', guess('KNOWN')], ['NEW PASSWORD', password]]);
    expect(order.slice(0, SOON)).toEqual(expect.arrayContaining(['LOGIN', 'NEW PASSWORD']));
    expect(await hasher.verify(await password, PASSWORD, 'UNKNOWN')).toBe(true);
  });

  it('of unknown callers alternate with those of known ones, however many there are', async () => {
    const people = times(32, 'KNOWN' as const).map((caller) => [caller, guess(caller)] as const);
    const order = await orderOf([...people, ['UNKNOWN', guess('UNKNOWN')]]);
    expect(order.slice(0, SOON)).toContain('UNKNOWN');
  });

  it('of known people within limits, too', async () => {
    const people = times(40, 'KNOWN' as const).map(guess);
    expect(await outcomes(people)).toEqual([...times(32, 'answered'), ...times(8, 'auth.busy')]);
  });

  it('of everybody again when a flood is over', async () => {
    expect(await guess('UNKNOWN')).toBe(false);
  });
});
