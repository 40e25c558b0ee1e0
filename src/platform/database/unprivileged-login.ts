import { ConfigError } from '../../config/config';
import { APP_ROLE } from '../../schema/app-role';

/** More is not needed to see what is wrong. */
const MAX_REASONS = 5;

/**
 * Everything the login may do, or may become able to do by SET ROLE, that the program must not be able to: whatever a
 * statement of it does, it ends in no role that can do more.
 */
const TOO_MUCH = `
  WITH reachable AS (
    SELECT r.*, CASE WHEN r.rolname = session_user THEN '' ELSE 'by ' || r.rolname || ': ' END AS as_whom
    FROM pg_roles r WHERE pg_has_role(session_user, r.oid, 'MEMBER')
  )
  SELECT session_user AS login, reason FROM (
    SELECT as_whom || 'is a superuser' AS reason FROM reachable WHERE rolsuper
    UNION ALL SELECT as_whom || 'bypasses row-level security' FROM reachable WHERE rolbypassrls
    UNION ALL SELECT as_whom || 'may create roles' FROM reachable WHERE rolcreaterole
    UNION ALL SELECT as_whom || 'may create databases' FROM reachable WHERE rolcreatedb
    UNION ALL SELECT as_whom || 'may replicate' FROM reachable WHERE rolreplication
    UNION ALL SELECT 'is a member of ' || rolname FROM reachable WHERE rolname LIKE 'pg\\_%'
    UNION ALL SELECT as_whom || 'owns parts of the database' FROM reachable r WHERE EXISTS (
      SELECT FROM pg_shdepend d JOIN pg_database b ON b.datname = current_database()
      WHERE d.refclassid = 'pg_authid'::regclass AND d.refobjid = r.oid AND d.deptype = 'o'
        AND (d.dbid = b.oid OR d.classid = 'pg_database'::regclass AND d.objid = b.oid))
    UNION ALL SELECT 'may create schemas and extensions'
      WHERE has_database_privilege(session_user, current_database(), 'CREATE')
    UNION ALL SELECT 'may create objects in the schema public' WHERE has_schema_privilege(session_user, 'public', 'CREATE')
    UNION ALL SELECT 'lacks the rights of ${APP_ROLE}' WHERE NOT pg_has_role(session_user, '${APP_ROLE}', 'USAGE')
  ) reasons`;

interface Reason {
  readonly login: string;
  readonly reason: string;
}

/**
 * Refuses to run with more rights than the tenant border can bear.
 * @throws ConfigError that says which login is wrong and why
 */
export async function assertUnprivileged(query: (sql: string) => Promise<Reason[]>): Promise<void> {
  const reasons = await query(TOO_MUCH);
  const [first] = reasons;
  if (!first) return;
  const list = reasons.slice(0, MAX_REASONS).map(({ reason }) => `  - ${reason}`);
  throw new ConfigError(
    `The portal does not work under the database login ${first.login}:\n${list.join('\n')}\n` +
      'Set DATABASE_URL (and DATABASE_REPLICA_URL) to a login that owns nothing and is a member of nothing but ' +
      `${APP_ROLE}, and DATABASE_OWNER_URL to the owner; see docs/operations.md.`,
  );
}
