import type { ReactNode } from 'react';
import { decideInboxItemDto as limits } from '../../api/staff-constraints';
import { useTexts } from '../../i18n';
import { useDraft } from '../../session/drafts';
import { TextArea } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { type DecisionProps, useDecide } from './decide';
import { standingOf } from './queries';
import { Reject } from './reject';

/** An order is accepted with a message, or refused; what came from an accepted offer binds both sides. */
export function AcceptOrder(props: DecisionProps): ReactNode {
  const { inbox } = useTexts();
  const { item, closed } = props;
  const draft = useDraft(`decide:${item.id}`);
  const decide = useDecide(props);
  const binding = item.sentOrder?.quoteRequestNumber !== undefined;
  return (
    <Form
      label={inbox.decision}
      draft={draft}
      about={() => standingOf(item.id)}
      onSend={(values) => decide({ decision: 'ACCEPTED', message: values.optional('message') })}
    >
      <h3>{inbox.decideOrder}</h3>
      {binding && <p className="muted small">{inbox.binding}</p>}
      <TextArea
        name="message"
        label={inbox.message}
        hint={inbox.messageHint}
        rows={3}
        maxLength={limits.message.maxLength}
      />
      {!closed && (
        <div className="actions">
          <Submit>{inbox.accept}</Submit>
          {!binding && <Reject {...props} />}
        </div>
      )}
    </Form>
  );
}
