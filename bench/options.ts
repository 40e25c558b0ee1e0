import { parseArgs } from 'node:util';
import type { Amounts } from './data/fill';
import { OPERATIONS, type Operation } from './operations';

export interface Options {
  /** Amounts of tickets to compare, the smallest first. */
  readonly sizes: readonly number[];
  readonly amounts: Amounts;
  readonly seconds: number;
  readonly rounds: number;
  readonly operations: readonly Operation[];
  /** Whether pages are measured in a browser as well. */
  readonly pages: boolean;
  /** Where to write CPU profiles; nothing is compared then. */
  readonly profiles?: string;
  /** Write the figures into docs/. */
  readonly publish: boolean;
}

/** npm run bench -- [--tickets 10000,100000,1000000] [--articles N] [--devices N] [--orders N] [--seconds 2] [--rounds 7] [--only search,create] [--profile FOLDER] [--publish] */
export function optionsOf(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      tickets: { type: 'string', default: '10000,100000,1000000' },
      articles: { type: 'string', default: '20000' },
      devices: { type: 'string', default: '100000' },
      orders: { type: 'string', default: '200000' },
      seconds: { type: 'string', default: '2' },
      rounds: { type: 'string', default: '7' },
      only: { type: 'string', default: '' },
      profile: { type: 'string' },
      publish: { type: 'boolean', default: false },
    },
  });
  const isWanted = (name: string): boolean => values.only.split(',').some((part) => name.includes(part));
  return {
    sizes: values.tickets
      .split(',')
      .map(Number)
      .sort((a, b) => a - b),
    amounts: {
      articles: Number(values.articles),
      devices: Number(values.devices),
      orders: Number(values.orders),
    },
    seconds: Number(values.seconds),
    rounds: Number(values.rounds),
    operations: OPERATIONS.filter(({ name }) => isWanted(name)),
    pages: isWanted('pages'),
    profiles: values.profile,
    publish: values.publish,
  };
}
