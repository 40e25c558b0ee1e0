import { type ReactNode, useState } from 'react';
import { api, unwrap } from '../../api/client';
import { answerOfferDto as limits } from '../../api/portal-constraints';
import { isProblem } from '../../api/problems';
import { queries } from '../../api/queries';
import type { components } from '../../api/schema';
import { useFormat, useTexts } from '../../i18n';
import { useOfferTexts } from '../../i18n/offer-texts';
import { useDraft } from '../../session/drafts';
import { useCan } from '../../session/me';
import { Dialog } from '../../ui/dialog';
import { Notice } from '../../ui/feedback';
import { TextArea } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { useAnnounce } from '../../ui/status';
import { WithLinks } from '../../ui/with-links';
import type { Values } from '../../ui/values';
import { keepOrder, type OrderDetail, orderQuery, rereadOrders } from './queries';

type Offer = NonNullable<OrderDetail['offer']>;
type Decision = 'ACCEPTED' | 'DECLINED';
type Conflict = components['schemas']['OfferProblem'];

interface OfferProps {
  readonly order: OrderDetail;
  readonly offer: Offer;
}

/** An offer that waits for an answer. */
export function OfferBox({ order, offer }: OfferProps): ReactNode {
  const texts = useOfferTexts();
  const format = useFormat();
  const can = useCan();
  // Who is asked answers what they were shown, even if staff replace the offer while they think.
  const [asking, setAsking] = useState<OfferProps & { decision: Decision }>();
  const [changed, setChanged] = useState<Conflict>();
  const until = format.date(offer.validUntil);
  const { totals } = order;

  const conflict = (problem: Conflict): void => {
    setAsking(undefined);
    setChanged(problem);
    void queries.invalidateQueries(orderQuery(order.id));
    rereadOrders();
  };
  return (
    <section className="card stack offer" aria-labelledby="offer">
      <h2 id="offer">{texts.title}</h2>
      {changed && !offer.expired && (
        <Notice tone="warn" role="alert">
          <p>{changed.detail}</p>
          {changed.totals && changed.seen && (
            <p>
              {texts.wasNow(
                format.money(changed.seen.totals.netCents, changed.seen.totals.currency),
                format.money(changed.totals.netCents, changed.totals.currency),
              )}
            </p>
          )}
        </Notice>
      )}
      {offer.expired ? (
        <Notice tone="warn" role={changed && 'alert'}>
          {texts.expired(until)}
        </Notice>
      ) : (
        <p>{texts.until(until)}</p>
      )}
      {order.message && (
        <blockquote className="prose">
          <WithLinks text={order.message} />
        </blockquote>
      )}
      {can('ANSWER_OFFERS') && (
        <div className="actions no-print">
          {!offer.expired && (
            <button
              type="button"
              className="button primary"
              onClick={() => setAsking({ order, offer, decision: 'ACCEPTED' })}
            >
              {texts.accept}
              {totals && ` · ${format.money(totals.netCents, totals.currency)} ${texts.net}`}
            </button>
          )}
          <button
            type="button"
            className="button"
            onClick={() => setAsking({ order, offer, decision: 'DECLINED' })}
          >
            {texts.decline}
          </button>
        </div>
      )}
      {asking && <Answer {...asking} onClose={() => setAsking(undefined)} onConflict={conflict} />}
    </section>
  );
}

interface AnswerProps extends OfferProps {
  readonly decision: Decision;
  readonly onClose: () => void;
  readonly onConflict: (problem: Conflict) => void;
}

/** The question before the answer, which is final. */
function Answer({ order, offer, decision, onClose, onConflict }: AnswerProps): ReactNode {
  const { common } = useTexts();
  const texts = useOfferTexts();
  const format = useFormat();
  const announce = useAnnounce();
  const accepts = decision === 'ACCEPTED';
  const { id, totals } = order;
  const draft = useDraft(`offer:${id}:${decision}`);

  const send = async (values: Values): Promise<void> => {
    const body = { decision, offerVersion: offer.version, note: values.optional('note') };
    try {
      keepOrder(
        unwrap(
          await api.PUT('/api/v1/portal/orders/{id}/offer-decision', { params: { path: { id } }, body }),
        ),
      );
      onClose();
      announce(accepts ? texts.accepted : texts.declined);
    } catch (error) {
      // Thrown all the same, so that the message is still there for the answer to the other offer.
      if (isProblem(error, 409)) onConflict(error.body as Conflict);
      throw error;
    }
  };
  return (
    <Dialog title={accepts ? texts.acceptAsk : texts.declineAsk} onClose={onClose}>
      <p className="muted">
        {accepts && totals
          ? texts.acceptText(
              format.money(totals.netCents, totals.currency),
              format.money(totals.grossCents, totals.currency),
            )
          : texts.declineText}
      </p>
      <Form onSend={send} draft={draft}>
        <TextArea name="note" label={texts.note} maxLength={limits.note.maxLength} />
        <div className="actions end">
          <button type="button" className="button" onClick={onClose}>
            {common.cancel}
          </button>
          <Submit>{accepts ? texts.accept : texts.decline}</Submit>
        </div>
      </Form>
    </Dialog>
  );
}
