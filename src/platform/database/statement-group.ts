import type { Writable } from 'node:stream';
import * as pg from 'pg';
import { type Field, type Row, rowOf, type Shape, shapeOf } from './row-shape';
import { statementName } from './statement-name';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface Answer {
  /** What PostgreSQL says that it did, such as `INSERT 0 1`. */
  readonly command: string;
  readonly rows: Row[];
}

/** A statement on its way. */
interface Sent {
  /** Under which it is prepared; empty where it is not kept. */
  readonly name: string;
  readonly text: string;
  /** As the protocol wants them. */
  readonly values: readonly (string | Buffer | null)[];
  shape?: Shape;
  readonly rows: Row[];
}

/** What a connection has prepared, by name, with the shape of its rows once that has been told. */
type Prepared = Map<string, Shape | undefined>;

/** The part of the driver's connection that speaks PostgreSQL's extended protocol. */
interface ProtocolConnection {
  readonly stream: Writable;
  close(statement: { type: 'S'; name: string }): void;
  parse(statement: { name: string; text: string }): void;
  bind(values: { statement: string; values: readonly unknown[] }): void;
  describe(portal: { type: 'P' }): void;
  execute(portal: object): void;
  sync(): void;
}

type Done = (error: Error | undefined, answers: Answer[]) => void;

const { utils, Query } = pg as unknown as {
  utils: { prepareValue(value: unknown): string | Buffer | null };
  Query: new (text: string) => object;
};
const preparedOn = new WeakMap<pg.PoolClient, Prepared>();

/**
 * Sends statements in one message, to be answered by one: where one fails, those behind it are not run, and its error is
 * told. Outside of a transaction they are one. Each text is prepared and described once on each connection.
 */
export function sendTogether(client: pg.PoolClient, statements: readonly Statement[]): Promise<Answer[]> {
  return new Promise((resolve, reject) => {
    const sent = statements.map(({ text, values }) => ({
      name: statementName(text) ?? '',
      text,
      values: values.map((value) => utils.prepareValue(value)),
      rows: [],
    }));
    const done: Done = (error, answers) => (error ? reject(error) : resolve(answers));
    client.query(new StatementGroup(sent, preparedFor(client), done) as object as pg.Query);
  });
}

function preparedFor(client: pg.PoolClient): Prepared {
  const known = preparedOn.get(client);
  if (known) return known;
  const made: Prepared = new Map();
  preparedOn.set(client, made);
  return made;
}

/** For the driver it is one query, which sends itself and is told the answers. */
class StatementGroup extends Query {
  private readonly answers: Answer[] = [];
  private failure?: Error;

  constructor(
    private readonly statements: readonly Sent[],
    private readonly prepared: Prepared,
    private readonly done: Done,
  ) {
    super('');
  }

  submit(connection: ProtocolConnection): void {
    connection.stream.cork();
    for (const statement of this.statements) {
      const { name, text, values } = statement;
      if (!this.prepared.has(name)) {
        // It may be there after all, if it failed in between. To close what is not there is no error.
        connection.close({ type: 'S', name });
        connection.parse({ name, text });
        if (name) this.prepared.set(name, undefined);
      }
      connection.bind({ statement: name, values });
      statement.shape = this.prepared.get(name);
      if (!statement.shape) connection.describe({ type: 'P' });
      connection.execute({});
    }
    connection.sync();
    connection.stream.uncork();
  }

  handleRowDescription({ fields }: { fields: readonly Field[] }): void {
    if (this.current) this.current.shape = shapeOf(fields);
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const { rows, shape } = this.current ?? {};
    try {
      if (shape) rows?.push(rowOf(fields, shape));
    } catch (error) {
      this.failure = error as Error;
    }
  }

  handleCommandComplete({ text }: { text: string }): void {
    const { name = '', shape = shapeOf([]), rows = [] } = this.current ?? {};
    if (this.prepared.has(name)) this.prepared.set(name, shape);
    this.answers.push({ command: text, rows });
  }

  /** What has not been answered may have been prepared or not. */
  handleError(error: Error): void {
    for (const { name } of this.statements.slice(this.answers.length)) this.prepared.delete(name);
    this.done(error, []);
  }

  handleReadyForQuery(): void {
    this.done(this.failure, this.answers);
  }

  /** The one whose answer is coming in. */
  private get current(): Sent | undefined {
    return this.statements[this.answers.length];
  }
}
