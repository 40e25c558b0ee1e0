// How settings are read; each complains by name about what it cannot take.

export type Environment = Readonly<Record<string, string | undefined>>;

export function oneOf<T extends string>(
  env: Environment,
  name: string,
  values: readonly [T, ...T[]],
  complaints: string[],
): T {
  const value = env[name];
  if (value === undefined || value === '') return values[0];
  const match = values.find((candidate) => candidate === value);
  if (!match) complaints.push(`${name} must be one of ${values.join(', ')}.`);
  return match ?? values[0];
}

/** @returns nothing where it is not set */
export function switched(env: Environment, name: string, complaints: string[]): boolean | undefined {
  const value = env[name];
  if (!value) return undefined;
  if (!['on', 'off'].includes(value)) complaints.push(`${name} must be on or off.`);
  return value === 'on';
}

export function integer(
  env: Environment,
  name: string,
  fallback: number,
  complaints: string[],
  { min, max } = { min: 1, max: Number.MAX_SAFE_INTEGER },
): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = /^\d{1,12}$/.test(text) ? Number(text) : NaN;
  if (!(value >= min && value <= max)) {
    const upTo = max === Number.MAX_SAFE_INTEGER ? 'or more' : `to ${max}`;
    complaints.push(`${name} must be a whole number, ${min} ${upTo}.`);
  }
  return value;
}

export function list(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
}
