import type { ReactNode } from 'react';
import { api, unwrap } from '../../api/client';
import { cancelPortalOrderDto as limits } from '../../api/portal-constraints';
import { isProblem } from '../../api/problems';
import { queries } from '../../api/queries';
import { useTexts } from '../../i18n';
import { useCancelTexts } from '../../i18n/cancel-texts';
import { useDraft } from '../../session/drafts';
import { Dialog } from '../../ui/dialog';
import { failureText } from '../../ui/failure';
import { TextArea } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { useAnnounce } from '../../ui/status';
import type { Values } from '../../ui/values';
import { keepOrder, type OrderDetail, orderQuery } from './queries';

interface CancelDialogProps extends Pick<OrderDetail, 'id' | 'kind'> {
  readonly onClose: () => void;
}

/** Asks whether an order is to be taken back, and why. */
export function CancelDialog({ id, kind, onClose }: CancelDialogProps): ReactNode {
  const { orders, common } = useTexts();
  const texts = useCancelTexts();
  const announce = useAnnounce();
  const draft = useDraft(`cancel:${id}`);

  const send = async (values: Values): Promise<void> => {
    const body = { reason: values.optional('reason') };
    try {
      keepOrder(
        unwrap(await api.PUT('/api/v1/portal/orders/{id}/cancellation', { params: { path: { id } }, body })),
      );
    } catch (error) {
      if (!isProblem(error, 409)) throw error;
      // Decided meanwhile: the page shows that, and the button no longer.
      onClose();
      announce(failureText(error, common.failed));
      void queries.invalidateQueries(orderQuery(id));
      return;
    }
    onClose();
    announce(texts.done[kind]);
  };
  return (
    <Dialog title={texts.ask[kind]} onClose={onClose}>
      <p className="muted">{texts.text}</p>
      <Form onSend={send} draft={draft}>
        <TextArea name="reason" label={texts.reason} maxLength={limits.reason.maxLength} />
        <div className="actions end">
          <button type="button" className="button" onClick={onClose}>
            {texts.keep}
          </button>
          <Submit>{orders.cancel[kind]}</Submit>
        </div>
      </Form>
    </Dialog>
  );
}
