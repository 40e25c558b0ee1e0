import { parseArgs } from 'node:util';
import { ConfigError } from '../config/config';

const USAGE = `usage:
  npm run portal -- tenant:create --slug SLUG --name NAME --admin-name NAME --admin-email ADDRESS
      makes a tenant; its first administrator gets a mail with a link to set the password
  npm run portal -- tenant:list
      lists the tenants
  npm run portal -- staff:invite --slug SLUG --name NAME --email ADDRESS [--role ADMIN|AGENT]
      invites somebody to the staff of a tenant, as an agent unless the role says otherwise
  npm run portal -- tenant:recover --slug SLUG --email ADDRESS [--name NAME]
      for a tenant that nobody can enter: whoever has the address becomes an administrator and gets new credentials, the
      old password and sessions end; somebody new is invited under the name
  npm run portal -- database:distribute
      with DATABASE_DISTRIBUTED=on: spreads the tables of tenants over the workers of Citus, as each start does with those
      that a migration has added`;

const OPTIONS = ['slug', 'name', 'admin-name', 'admin-email', 'email', 'role'] as const;
export type Options = Readonly<Partial<Record<(typeof OPTIONS)[number], string>>>;

/** The commands, each with the options that it cannot do without. */
const COMMANDS = {
  'tenant:create': ['slug', 'name', 'admin-name', 'admin-email'],
  'tenant:list': [],
  'staff:invite': ['slug', 'name', 'email'],
  'tenant:recover': ['slug', 'email'],
  'database:distribute': [],
} as const satisfies Readonly<Record<string, readonly (keyof Options)[]>>;
export type CommandName = keyof typeof COMMANDS;

/** What the program was called with. @throws ConfigError that says how to call it */
export function commandLine(): { name: CommandName; options: Options } {
  const { values: options, positionals } = argumentsGiven();
  const [name = ''] = positionals;
  if (!isCommand(name) || COMMANDS[name].some((needed) => !options[needed])) throw new ConfigError(USAGE);
  return { name, options };
}

function argumentsGiven(): { values: Options; positionals: string[] } {
  const options = Object.fromEntries(OPTIONS.map((name) => [name, { type: 'string' } as const]));
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    throw new ConfigError(`${(error as Error).message}\n${USAGE}`);
  }
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}
