import type { ReactNode } from 'react';
import { decideInboxItemDto as limits } from '../../api/staff-constraints';
import { useSpeech } from '../../i18n';
import { useDraft } from '../../session/drafts';
import { Notice } from '../../ui/feedback';
import { TextArea, TextField } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { Acknowledge } from './acknowledge';
import { type DecisionProps, useDecide } from './decide';
import { dayIn, offerLines } from './offer-lines';
import { OfferPrices } from './offer-prices';
import { standingOf } from './queries';
import { Reject } from './reject';

const VALID_DAYS = 14;

/** A quote request becomes an offer: a price for each line, and until when it holds. */
export function MakeOffer(props: DecisionProps): ReactNode {
  const speech = useSpeech();
  const { inbox } = speech.texts;
  const { item, closed } = props;
  const draft = useDraft(`offer:${item.id}`);
  const decide = useDecide(props);
  const { order } = item;
  if (!order) return null;
  const declined = order.status === 'OFFER_DECLINED' ? order.offer?.version : undefined;
  return (
    <Form
      label={inbox.decision}
      draft={draft}
      about={() => standingOf(item.id)}
      onSend={async (values) => {
        await decide({
          decision: 'OFFER_MADE',
          validUntil: values.text('validUntil'),
          message: values.optional('message'),
          offerVersion: declined,
          lines: offerLines(order, values, speech),
        });
      }}
    >
      <h3>{inbox.makeOffer}</h3>
      {declined !== undefined && (
        <Notice tone="warn">
          <p>{inbox.declinedText}</p>
          {order.answerNote && <blockquote className="prose quote">{order.answerNote}</blockquote>}
        </Notice>
      )}
      <OfferPrices order={order} />
      <TextField
        name="validUntil"
        type="date"
        label={inbox.validUntil}
        defaultValue={dayIn(VALID_DAYS)}
        min={dayIn(1)}
        required
      />
      <TextArea
        name="message"
        label={inbox.message}
        hint={inbox.messageHint}
        rows={3}
        maxLength={limits.message.maxLength}
      />
      {!closed && (
        <div className="actions">
          <Submit>{inbox.sendOffer}</Submit>
          {declined === undefined ? <Reject {...props} /> : <Acknowledge {...props} version={declined} />}
        </div>
      )}
    </Form>
  );
}
