import { type ReactNode, useState } from 'react';
import { api, unwrap } from '../../api/client';
import { cancelOrderDto, withdrawOfferDto } from '../../api/staff-constraints';
import { useTexts } from '../../i18n';
import { Dialog } from '../../ui/dialog';
import { TextArea } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { useAnnounce } from '../../ui/status';
import { type OrderDetail, orderIsNow } from './queries';

type Act = 'cancel' | 'withdraw';

/** What can be done with an order besides deciding: a contract is cancelled, an offer withdrawn. Each is asked. */
export function OrderActs({ order }: { readonly order: OrderDetail }): ReactNode {
  const { staffOrders: texts } = useTexts();
  const [asking, setAsking] = useState<Act>();
  const { kind, status, quoteRequestId } = order;
  const fromOffer = status === 'RECEIVED' && quoteRequestId !== undefined;
  const cancels = kind === 'ORDER' && (status === 'ACCEPTED' || fromOffer);
  const act: Act | undefined = cancels ? 'cancel' : status === 'OFFER_MADE' ? 'withdraw' : undefined;
  return (
    <>
      {act && (
        <button type="button" className="button danger" onClick={() => setAsking(act)}>
          {texts.acts[act].name}
        </button>
      )}
      {asking && <Ask act={asking} order={order} onClose={() => setAsking(undefined)} />}
    </>
  );
}

interface AskProps {
  readonly act: Act;
  readonly order: OrderDetail;
  readonly onClose: () => void;
}

function Ask({ act, order, onClose }: AskProps): ReactNode {
  const { staffOrders, common } = useTexts();
  const texts = staffOrders.acts[act];
  const announce = useAnnounce();
  const params = { path: { id: order.id } };
  const required = act === 'cancel';

  const cancel = async (reason: string): Promise<OrderDetail> =>
    unwrap(await api.PUT('/api/v1/staff/orders/{id}/cancellation', { params, body: { reason } }));
  const withdraw = async (reason: string): Promise<OrderDetail> => {
    const body = { offerVersion: order.offer?.version ?? 1, reason: reason || undefined };
    return unwrap(await api.PUT('/api/v1/staff/orders/{id}/offer-withdrawal', { params, body }));
  };
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <p className="muted">{texts.text}</p>
      <Form
        label={texts.title}
        onSend={async (values) => {
          orderIsNow(await (act === 'cancel' ? cancel : withdraw)(values.text('reason')));
          onClose();
          announce(texts.done);
        }}
      >
        <TextArea
          name="reason"
          label={staffOrders.reason}
          hint={staffOrders.reasonHint}
          rows={3}
          required={required}
          maxLength={(required ? cancelOrderDto : withdrawOfferDto).reason.maxLength}
        />
        <div className="actions end">
          <button type="button" className="button" onClick={onClose}>
            {common.cancel}
          </button>
          <Submit>{texts.name}</Submit>
        </div>
      </Form>
    </Dialog>
  );
}
