import { type Comer, PasswordHasher } from './password-hasher';

const PASSWORD = 'Regenschirm tanzt leise 42';

describe('Passwords are looked at', () => {
  const hasher = new PasswordHasher({ environment: 'production' } as never);
  const guess = (comer: Comer): Promise<boolean> => hasher.verify(null, 'Geraten', comer);
  const outcomes = async (guesses: readonly Promise<boolean>[]): Promise<string[]> =>
    (await Promise.allSettled(guesses)).map((result) =>
      result.status === 'fulfilled' ? 'answered' : (result.reason as { code: string }).code,
    );
  const times = <T>(count: number, value: T): T[] => Array<T>(count).fill(value);

  it('two at a time, with thirty who wait: the others are refused', async () => {
    const strangers = times(40, 'STRANGER' as const).map(guess);
    expect(await outcomes(strangers)).toEqual([...times(32, 'answered'), ...times(8, 'auth.busy')]);
  });

  it('of known people before strangers, however many there are', async () => {
    const order: string[] = [];
    const noted = <T>(who: string, work: Promise<T>): Promise<T> => work.finally(() => order.push(who));
    const flood = times(32, 'STRANGER' as const).map((comer) => noted(comer, guess(comer)));
    const login = noted('LOGIN', guess('KNOWN'));
    const password = noted('NEW PASSWORD', hasher.hash(PASSWORD));
    await Promise.all([...flood, login, password]);
    // Two strangers were looked at already.
    expect(order.slice(0, 4)).toEqual(expect.arrayContaining(['LOGIN', 'NEW PASSWORD']));
    expect(await hasher.verify(await password, PASSWORD, 'STRANGER')).toBe(true);
  });

  it('of known people within limits, too', async () => {
    const people = times(40, 'KNOWN' as const).map(guess);
    expect(await outcomes(people)).toEqual([...times(32, 'answered'), ...times(8, 'auth.busy')]);
  });

  it('of everybody again when a flood is over', async () => {
    expect(await guess('STRANGER')).toBe(false);
  });
});
