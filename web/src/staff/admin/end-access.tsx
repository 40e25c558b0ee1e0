import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { useAttempt } from '../../api/attempts';
import { api, unwrap } from '../../api/client';
import { useTexts } from '../../i18n';
import { Failure, Skeleton } from '../../ui/feedback';
import { SelectField } from '../../ui/fields';
import { Form } from '../../ui/form';
import { useAnnounce } from '../../ui/status';
import type { Values } from '../../ui/values';
import { useColleagues } from '../tickets/choices';
import { workHasChanged, workQuery } from './open-work';
import type { StaffUser } from './queries';

export interface EndAccessProps {
  readonly user: StaffUser;
  readonly onDone: () => void;
}

/** Hands over the work of somebody who leaves, and ends the access in the same step. */
export function EndAccess({ user, onDone }: EndAccessProps): ReactNode {
  const { users: texts } = useTexts().admin;
  const { id, name, state } = user;
  const { data: work, isError, error, refetch } = useQuery(workQuery(id));
  const colleagues = useColleagues().filter(([colleague]) => colleague !== id);
  const attempt = useAttempt();
  const announce = useAnnounce();
  /** Which button was pressed; where none was, nobody is locked out. */
  const ends = useRef(false);
  if (isError && !work) return <Failure error={error} retry={() => void refetch()} />;
  if (!work) return <Skeleton lines={2} />;
  const isBusy = work.openTickets + work.inboxItems > 0;
  const hasAccess = state !== 'DEACTIVATED';
  if (!isBusy && !hasAccess) return null;

  const handOver = async (values: Values): Promise<void> => {
    const deactivate = hasAccess && (ends.current || !isBusy);
    const body = { toId: values.optional('toId') ?? null, deactivate };
    const params = { path: { id } };
    await attempt(body, async (header) =>
      unwrap(await api.POST('/api/v1/staff/users/{id}/handovers', { params: { ...params, header }, body })),
    );
    await workHasChanged();
    onDone();
    const handedOver = body.toId ? texts.handedOver(name) : texts.released(name);
    announce([isBusy && handedOver, deactivate && texts.deactivated(name)].filter(Boolean).join(' '));
  };
  return (
    <Form className="stack form-below" label={texts.leaving} onSend={handOver}>
      {isBusy && (
        <>
          <p>{texts.work(work.openTickets, work.inboxItems)}</p>
          <SelectField name="toId" label={texts.successor} hint={texts.successorHint}>
            <option value="">{texts.nobody}</option>
            {colleagues.map(([colleague, label]) => (
              <option key={colleague} value={colleague}>
                {label}
              </option>
            ))}
          </SelectField>
        </>
      )}
      {hasAccess && <p className="muted small">{isBusy ? texts.leaveText : texts.deactivateText}</p>}
      <div className="actions">
        {hasAccess && (
          <button type="submit" className="button danger" onClick={() => (ends.current = true)}>
            {isBusy ? texts.leave : texts.deactivate}
          </button>
        )}
        {isBusy && (
          <button type="submit" className="button" onClick={() => (ends.current = false)}>
            {texts.handOver}
          </button>
        )}
      </div>
    </Form>
  );
}
