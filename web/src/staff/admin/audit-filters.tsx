import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { DayFilter } from '../../ui/day-filter';
import { colleaguesQuery } from '../tickets/queries';
import type { AuditSearch } from './audit-search';
import type { AuditFilter } from './queries';

type Names<Filter extends keyof AuditFilter> = Readonly<
  Record<NonNullable<AuditFilter[Filter]> & string, string>
>;

/** What the log is narrowed to; the address says it, so that it can be kept and sent to a colleague. */
export function AuditFilters({ search }: { readonly search: AuditSearch }): ReactNode {
  const { audit } = useTexts().admin;
  const { slug } = useTenant();
  const navigate = useNavigate({ from: '/staff/$slug/audit' });
  const { data: colleagues } = useQuery(colleaguesQuery);
  // Each has a name.
  const { actions, objects }: { actions: Names<'action'>; objects: Names<'objectType'> } = audit;
  const people = (colleagues?.items ?? []).map(({ id, name }) => [id, name] as const);
  // Contacts act, too; one of them is chosen in the list.
  const other = search.actorId && !people.some(([id]) => id === search.actorId);
  const narrow = (change: AuditSearch): void =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  return (
    <div className="audit-filters" role="group" aria-label={audit.filters}>
      <DayFilter label={audit.from} value={search.from} onChoose={(from) => narrow({ from })} />
      <DayFilter label={audit.until} value={search.until} onChoose={(until) => narrow({ until })} />
      <Choice
        label={audit.object}
        all={audit.allObjects}
        value={search.objectType}
        options={Object.entries(objects)}
        onChoose={(objectType) => narrow({ objectType })}
      />
      <Choice
        label={audit.action}
        all={audit.allActions}
        value={search.action}
        options={Object.entries(actions)}
        onChoose={(action) => narrow({ action })}
      />
      <Choice
        label={audit.person}
        all={audit.allPeople}
        value={search.actorId}
        options={[...(other ? [[search.actorId ?? '', audit.chosenPerson] as const] : []), ...people]}
        onChoose={(actorId) => narrow({ actorId })}
      />
      {Object.values(search).some(Boolean) && (
        <Link to="/staff/$slug/audit" params={{ slug }} search={{}} className="button quiet">
          <X size={18} aria-hidden />
          {search.objectId ? audit.resetObject : audit.reset}
        </Link>
      )}
    </div>
  );
}

interface ChoiceProps extends ComponentProps<typeof DayFilter> {
  readonly all: string;
  readonly options: readonly (readonly [value: string, text: string])[];
}

function Choice({ label, all, value, options, onChoose }: ChoiceProps): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value ?? ''}
        onChange={({ currentTarget }) => onChoose(currentTarget.value || undefined)}
      >
        <option value="">{all}</option>
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
