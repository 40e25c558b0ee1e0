import { type ReactNode, useState } from 'react';
import { api, unwrap } from '../../api/client';
import { renewOfferDto as limits } from '../../api/staff-constraints';
import { useSpeech, useTexts } from '../../i18n';
import { useDraft } from '../../session/drafts';
import { Dialog } from '../../ui/dialog';
import { TextArea, TextField } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { useAnnounce } from '../../ui/status';
import type { Values } from '../../ui/values';
import { dayIn, offerLines } from '../inbox/offer-lines';
import { OfferPrices } from '../inbox/offer-prices';
import { type OrderDetail, orderIsNow } from './queries';
import '../../styles/decision.css';

const VALID_DAYS = 14;

/** Another offer in place of one that has run out, was withdrawn or has a mistake. */
export function RenewOffer({ order }: { readonly order: OrderDetail }): ReactNode {
  const { staffOrders: texts } = useTexts();
  const [open, setOpen] = useState(false);
  const { status, offer } = order;
  if ((status !== 'OFFER_MADE' && status !== 'OFFER_WITHDRAWN') || !offer) return null;
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {texts.renew.name}
      </button>
      {open && <RenewDialog order={order} version={offer.version} onClose={() => setOpen(false)} />}
    </>
  );
}

interface RenewDialogProps {
  readonly order: OrderDetail;
  /** Of the offer that is replaced. */
  readonly version: number;
  readonly onClose: () => void;
}

function RenewDialog({ order, version, onClose }: RenewDialogProps): ReactNode {
  const speech = useSpeech();
  const { staffOrders, inbox, common } = speech.texts;
  const { renew: texts } = staffOrders;
  const draft = useDraft(`renew-offer:${order.id}`);
  const announce = useAnnounce();

  const send = async (values: Values): Promise<void> => {
    const body = {
      offerVersion: version,
      validUntil: values.text('validUntil'),
      message: values.optional('message'),
      lines: offerLines(order, values, speech),
    };
    const params = { path: { id: order.id } };
    orderIsNow(unwrap(await api.PUT('/api/v1/staff/orders/{id}/offer', { params, body })));
    onClose();
    announce(texts.done);
  };
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <p className="muted">{texts.text}</p>
      <Form label={texts.title} draft={draft} onSend={send}>
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
        <div className="actions end">
          <button type="button" className="button" onClick={onClose}>
            {common.cancel}
          </button>
          <Submit>{inbox.sendOffer}</Submit>
        </div>
      </Form>
    </Dialog>
  );
}
