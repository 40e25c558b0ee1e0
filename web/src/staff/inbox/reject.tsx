import { type ReactNode, useState } from 'react';
import { createPortal } from 'react-dom';
import { decideInboxItemDto as limits } from '../../api/staff-constraints';
import { useTexts } from '../../i18n';
import { useDraft } from '../../session/drafts';
import { Dialog } from '../../ui/dialog';
import { CheckField, TextArea } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { Values } from '../../ui/values';
import { type DecisionProps, useDecide } from './decide';
import { standingOf } from './queries';

/** Refuses, with a word to the customer; a person who has registered is told if staff want that. */
export function Reject(props: DecisionProps): ReactNode {
  const { inbox, common } = useTexts();
  const { item } = props;
  /** What stands in the form that it is opened from. */
  const [written, setWritten] = useState<string>();
  const close = (): void => setWritten(undefined);
  const draft = useDraft(`reject:${item.id}`);
  const decide = useDecide(props);
  const registration = item.type === 'REGISTRATION';
  return (
    <>
      <button
        type="button"
        className="button danger"
        onClick={({ currentTarget: { form } }) => setWritten(form ? new Values(form).text('message') : '')}
      >
        {inbox.reject}
      </button>
      {written !== undefined &&
        // Beside the form that it is opened from: one form does not stand in another.
        createPortal(
          <Dialog title={inbox.rejectTitle[item.type]} onClose={close}>
            <p className="muted">{inbox.rejectText[item.type]}</p>
            <Form
              draft={draft}
              about={() => standingOf(item.id)}
              onSend={(values) =>
                decide({
                  decision: 'REJECTED',
                  message: values.optional('message'),
                  sendMail: registration ? values.checked('sendMail') : undefined,
                })
              }
            >
              <TextArea
                name="message"
                label={inbox.reason}
                rows={3}
                maxLength={limits.message.maxLength}
                defaultValue={written}
              />
              {registration && <CheckField name="sendMail">{inbox.sendMail}</CheckField>}
              <div className="actions end">
                <button type="button" className="button" onClick={close}>
                  {common.cancel}
                </button>
                <Submit>{inbox.reject}</Submit>
              </div>
            </Form>
          </Dialog>,
          document.body,
        )}
    </>
  );
}
