import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { useAttempt } from '../../api/attempts';
import { api, unwrap } from '../../api/client';
import { createPortalTicketDto as limits } from '../../api/portal-constraints';
import { queries } from '../../api/queries';
import type { components } from '../../api/schema';
import { useTexts } from '../../i18n';
import { useDraft } from '../../session/drafts';
import { useCan } from '../../session/me';
import { BackLink } from '../../session/back-link';
import { useTenant } from '../../session/tenant';
import { TicketFiles } from '../../tickets/ticket-files';
import { useUploads } from '../../tickets/uploads';
import { SelectField, TextArea, TextField } from '../../ui/fields';
import { Skeleton } from '../../ui/feedback';
import { Form, Submit } from '../../ui/form';
import { Page } from '../../ui/page';
import { useAnnounce } from '../../ui/status';
import { overviewQuery } from '../overview/query';
import { CategoryField } from './category-field';
import { DeviceField } from './device-field';
import { OwnerField } from './owner-field';
import { categoriesQuery, colleaguesQuery, companyDevicesQuery } from './queries';
import type { Values } from '../../ui/values';

type Priority = NonNullable<components['schemas']['CreatePortalTicketDto']['priority']>;
const PRIORITIES = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const satisfies Priority[];

export function NewTicketPage(): ReactNode {
  const { tickets, common } = useTexts();
  const { slug } = useTenant();
  const ofCompany = useCan()('TICKETS_OF_COMPANY');
  const { device } = useSearch({ from: '/p/$slug/portal/tickets/new' });
  const draft = useDraftAbout(device);
  const attempt = useAttempt();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const { data: overview } = useQuery(overviewQuery);
  const uploads = useUploads('portal', draft);
  const isReady = useChoicesLoaded(ofCompany);

  const send = async (values: Values): Promise<void> => {
    const fields = {
      subject: values.text('subject'),
      description: values.text('description'),
      priority: values.raw('priority') as Priority,
      categoryId: values.optional('categoryId'),
      contactId: values.optional('contactId'),
      deviceId: values.optional('deviceId'),
    };
    const { id, number } = await uploads.sendWith((uploadIds) => {
      const body = { ...fields, uploadIds };
      return attempt(body, async (header) =>
        unwrap(await api.POST('/api/v1/portal/tickets', { params: { header }, body })),
      );
    });
    void queries.invalidateQueries({ queryKey: ['listPortalTickets'] });
    announce(tickets.new.done(number));
    // Back leads to where one came from, not to an empty form.
    await navigate({ to: '/p/$slug/tickets/$id', params: { slug, id }, replace: true });
  };
  return (
    <Page
      title={tickets.new.title}
      above={<BackLink to="/p/$slug/tickets" />}
      below={<p className="muted">{tickets.new.text}</p>}
    >
      {isReady ? (
        <Form className="card stack form" onSend={send} draft={draft}>
          <TextField
            name="subject"
            label={tickets.new.subject}
            hint={tickets.new.subjectHint}
            required
            maxLength={limits.subject.maxLength}
          />
          <TextArea
            name="description"
            label={tickets.new.description}
            hint={tickets.new.descriptionHint}
            required
            maxLength={limits.description.maxLength}
          />
          <CategoryField chosen={draft.read()?.categoryId} />
          <SelectField name="priority" label={tickets.priority} defaultValue="NORMAL">
            {PRIORITIES.map((priority) => (
              <option key={priority} value={priority}>
                {tickets.priorities[priority]}
              </option>
            ))}
          </SelectField>
          {ofCompany && <OwnerField draft={draft} />}
          <DeviceField chosen={draft.read()?.deviceId} />
          <TicketFiles uploads={uploads} limits={overview?.uploads} />
          <div className="actions">
            <Submit>{tickets.new.submit}</Submit>
            <Link to="/p/$slug/tickets" params={{ slug }} className="button quiet">
              {common.cancel}
            </Link>
          </div>
        </Form>
      ) : (
        <Skeleton lines={9} />
      )}
    </Page>
  );
}

/**
 * Whether it is known what can be chosen: a field that comes later would move what somebody is about to press. What fails or
 * cannot be asked for is not waited for.
 */
function useChoicesLoaded(ofCompany: boolean): boolean {
  const categories = useQuery(categoriesQuery);
  const devices = useQuery(companyDevicesQuery());
  const colleagues = useQuery({ ...colleaguesQuery(), enabled: ofCompany });
  const [wasReady, setReady] = useState(false);
  const isReady =
    wasReady ||
    [categories, devices, colleagues].every(({ isLoading, failureCount }) => !isLoading || failureCount > 0);
  // Asked again later, what had failed does not take away the form that somebody writes in.
  if (isReady && !wasReady) setReady(true);
  return isReady;
}

/** What was typed before, about the device that the address names. */
function useDraftAbout(device: string | undefined): ReturnType<typeof useDraft> {
  const draft = useDraft('new-ticket');
  return useMemo(
    () => (device ? { ...draft, read: () => ({ ...draft.read(), deviceId: device }) } : draft),
    [draft, device],
  );
}
