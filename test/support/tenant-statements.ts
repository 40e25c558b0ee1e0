import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asSuperuser } from './database';
import { e2eEnvironment } from './environment';

const NO_ALIAS =
  'WHERE|SET|ON|ORDER|GROUP|LIMIT|FOR|USING|LEFT|INNER|CROSS|JOIN|RETURNING|VALUES|SELECT|UNION|HAVING';

/**
 * Whatever a suite is about: the program names the tenant in every statement on a tenant's table, even where row-level
 * security would do it, and even where nobody could tell by the answers.
 */
afterAll(async () => {
  const tables = await asSuperuser<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'tenant_id'`,
  );
  const names = tables.map(({ name }) => name);
  expect(names).toContain('tickets');
  expect(statementsSent().filter((text) => !namesTenant(text, names))).toEqual([]);
});

/** By all suites up to now; see statements-sent.cjs. */
function statementsSent(): string[] {
  const lines = readFileSync(join(e2eEnvironment().folder, 'data/statements.jsonl'), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as string);
}

/** In the statement and in each of its subqueries: a distributed database finds the one shard of each by it. */
function namesTenant(text: string, tables: readonly string[]): boolean {
  const sql = text.replaceAll('"', '').replaceAll(/\s+/g, ' ').trim();
  if (!/^(?:SELECT|INSERT|UPDATE|DELETE|WITH)\b/i.test(sql)) return true;
  return partsOf(sql).every((part) => isBound(part, tables));
}

/** A statement without its subqueries, and each of them without its own. */
function partsOf(sql: string): string[] {
  const parts: string[] = [];
  const open = [''];
  for (const [token] of sql.matchAll(/'(?:[^']|'')*'|[()]|[^'()]+/g)) {
    if (token === '(') open.push('');
    else if (token === ')' && open.length > 1) {
      const inner = open.pop() ?? '';
      const isPart = /^ ?(?:SELECT|INSERT|UPDATE|DELETE|WITH)\b/i.test(inner);
      if (isPart) parts.push(inner);
      open.push(`${open.pop()}(${isPart ? '' : inner})`);
    } else open.push(`${open.pop()}${token}`);
  }
  return [...parts, open.join('(')].flatMap((part) => part.split(/\bUNION(?: ALL)?\b/i));
}

/** Every table of tenants is bound by its `tenant_id`, to another or to a parameter, and one of them to a parameter. */
function isBound(sql: string, tables: readonly string[]): boolean {
  const place = new RegExp(
    `(?:\\b(FROM|JOIN|UPDATE|INTO|USING)|,) (${tables.join('|')})\\b(?: (?:AS )?(?!(?:${NO_ALIAS})\\b)(\\w+))?`,
    'gi',
  );
  const places = [...sql.matchAll(place)];
  const areBound = places.every(([, keyword = '', table = '', alias = table]) =>
    keyword.toUpperCase() === 'INTO'
      ? new RegExp(`INTO ${table}(?: AS \\w+)? \\([^)]*\\btenant_id\\b`, 'i').test(sql)
      : new RegExp(places.length > 1 ? `\\b${alias}\\.tenant_id\\b` : `\\btenant_id\\b`).test(sql),
  );
  return areBound && (places.length === 0 || /\btenant_id(?: = \$\d|\b[^)]*\) (?:VALUES|SELECT))/i.test(sql));
}
