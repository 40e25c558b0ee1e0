import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormat, useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { Facts } from '../../ui/facts';
import type { AuditSearch } from './audit-search';
import type { AuditEntry } from './queries';

interface AuditTableProps {
  readonly entries: readonly AuditEntry[];
  readonly search: AuditSearch;
}

export function AuditTable({ entries, search }: AuditTableProps): ReactNode {
  const { audit } = useTexts().admin;
  return (
    <table className="table audit" aria-label={audit.title}>
      <thead>
        <tr>
          <th scope="col">{audit.what}</th>
          <th scope="col">{audit.when}</th>
          <th scope="col">{audit.person}</th>
          <th scope="col">{audit.values}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Row key={entry.id} entry={entry} search={search} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ entry, search }: { readonly entry: AuditEntry; readonly search: AuditSearch }): ReactNode {
  const { audit } = useTexts().admin;
  const { slug } = useTenant();
  const format = useFormat();
  const { occurredAt, actorId, actorName, action, objectId, objectType, changes, before, reason } = entry;
  const to = '/staff/$slug/audit';
  return (
    <tr>
      <th scope="row">
        {named(audit.actions, action)}
        <Link to={to} params={{ slug }} search={{ ...search, objectId }} className="under">
          {audit.onlyThis(named(audit.objects, objectType))}
        </Link>
      </th>
      <td className="muted">
        <time dateTime={occurredAt}>{format.dateTime(occurredAt)}</time>
      </td>
      <td>
        {actorId ? (
          <Link to={to} params={{ slug }} search={{ ...search, actorId }}>
            {actorName ?? audit.unnamed}
          </Link>
        ) : (
          <span className="muted">{audit.program}</span>
        )}
      </td>
      <td className="small audit-values">
        <Facts
          facts={Object.entries(changes).map(([field, value]) => [
            field,
            <Value key={field} value={value} before={before?.[field]} />,
          ])}
        />
        {reason && <p>{audit.reason(reason)}</p>}
      </td>
    </tr>
  );
}

interface ValueProps {
  readonly value: unknown;
  /** Absent where nobody has said. */
  readonly before: unknown;
}

/** What it is since, and what it was. */
function Value({ value, before }: ValueProps): ReactNode {
  const { audit } = useTexts().admin;
  if (before === undefined || shown(before) === shown(value)) return shown(value);
  return (
    <>
      <del className="muted">
        <span className="visually-hidden">{audit.before} </span>
        {shown(before)}
      </del>{' '}
      <ins>
        <span className="visually-hidden">{audit.after} </span>
        {shown(value)}
      </ins>
    </>
  );
}

/** What has no name of its own here is shown as the API calls it. */
function named(names: Readonly<Record<string, string>>, name: string): string {
  return names[name] ?? name;
}

function shown(value: unknown): string {
  if (value === null || value === '') return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
