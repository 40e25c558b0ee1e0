import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useAttempt } from '../../api/attempts';
import { api, unwrap } from '../../api/client';
import { queries } from '../../api/queries';
import { recordTicketDto as limits } from '../../api/staff-constraints';
import { useTexts } from '../../i18n';
import { BackLink } from '../../session/back-link';
import { useDraft } from '../../session/drafts';
import { useTenant } from '../../session/tenant';
import { TicketFiles } from '../../tickets/ticket-files';
import { useUploads } from '../../tickets/uploads';
import { Skeleton } from '../../ui/feedback';
import { SelectField, TextArea, TextField } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { Page } from '../../ui/page';
import { useAnnounce } from '../../ui/status';
import type { Values } from '../../ui/values';
import { Refused } from '../refused';
import { PRIORITIES } from './search';
import { CustomerField } from './customer-field';
import { categoriesQuery, colleaguesQuery, type Ticket, uploadLimitsQuery } from './queries';
import { AssigneeField, CategoryField } from './record-fields';
import '../../styles/staff-ticket.css';

/** Staff record what a customer has asked for on the phone, by mail or at the counter. */
export function RecordTicketPage(): ReactNode {
  const { record: texts } = useTexts().staffTickets;
  // What stands to choose has to be there before the form shows what was chosen.
  const choices = [useQuery(uploadLimitsQuery), useQuery(categoriesQuery), useQuery(colleaguesQuery)];
  return (
    <Page title={texts.title} above={<BackLink to="/staff/$slug/tickets" />}>
      {choices.some(({ isLoading }) => isLoading) ? <Skeleton lines={9} /> : <RecordForm />}
    </Page>
  );
}

function RecordForm(): ReactNode {
  const { staffTickets, common } = useTexts();
  const { record: texts } = staffTickets;
  const { slug } = useTenant();
  const { customer: customerId } = useSearch({ from: '/staff/$slug/workplace/tickets/new' });
  const draft = useDraft('record-ticket');
  const attempt = useAttempt();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const { data: uploadLimits } = useQuery(uploadLimitsQuery);
  const uploads = useUploads('staff', draft);
  const [kept] = useState(() => draft.read() ?? {});

  const send = async (values: Values): Promise<void> => {
    if (!customerId) throw new Refused(texts.customerMissing);
    const fields = {
      customerId,
      contactId: values.optional('contactId'),
      deviceId: values.optional('deviceId'),
      subject: values.text('subject'),
      description: values.text('description'),
      categoryId: values.optional('categoryId'),
      priority: values.raw('priority') as Ticket['priority'],
      assigneeId: values.optional('assigneeId'),
    };
    const { id, number } = await uploads.sendWith((uploadIds) => {
      const body = { ...fields, uploadIds };
      return attempt(body, async (header) =>
        unwrap(await api.POST('/api/v1/staff/tickets', { params: { header }, body })),
      );
    });
    void queries.invalidateQueries({ queryKey: ['listTickets'] });
    announce(texts.done(number));
    await navigate({ to: '/staff/$slug/tickets/$id', params: { slug, id } });
  };
  return (
    <Form className="card stack form" onSend={send} draft={draft}>
      <CustomerField customerId={customerId} kept={kept} />
      <TextField name="subject" label={texts.subject} required maxLength={limits.subject.maxLength} />
      <TextArea
        name="description"
        label={texts.description}
        hint={texts.descriptionHint}
        required
        maxLength={limits.description.maxLength}
      />
      <CategoryField chosen={kept.categoryId} />
      <SelectField name="priority" label={staffTickets.priority} defaultValue="NORMAL">
        {PRIORITIES.map((priority) => (
          <option key={priority} value={priority}>
            {staffTickets.priorities[priority]}
          </option>
        ))}
      </SelectField>
      <AssigneeField chosen={kept.assigneeId} />
      <TicketFiles uploads={uploads} limits={uploadLimits} />
      <div className="actions">
        <Submit>{texts.submit}</Submit>
        <Link to="/staff/$slug/tickets" params={{ slug }} className="button quiet">
          {common.cancel}
        </Link>
      </div>
    </Form>
  );
}
