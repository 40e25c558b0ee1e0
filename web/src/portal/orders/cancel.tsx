import { Ban } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { api, unwrap } from '../../api/client';
import { cancelPortalOrderDto as limits } from '../../api/constraints';
import { isProblem } from '../../api/problems';
import { queries } from '../../api/queries';
import { useTexts } from '../../i18n';
import { Dialog } from '../../ui/dialog';
import { failureText } from '../../ui/failure';
import { TextArea } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { useSay } from '../../ui/status';
import type { Values } from '../../ui/values';
import { keepOrder, type OrderDetail, orderQuery } from './queries';

/** Takes back what nobody has decided yet, after a question. What came from an offer is binding. */
export function Cancel({ id, kind }: Pick<OrderDetail, 'id' | 'kind'>): ReactNode {
  const { orders, common } = useTexts();
  const { cancel: texts } = orders;
  const say = useSay();
  const [asking, setAsking] = useState(false);

  const send = async (values: Values): Promise<void> => {
    const body = { reason: values.optional('reason') };
    try {
      keepOrder(
        unwrap(await api.PUT('/api/v1/portal/orders/{id}/cancellation', { params: { path: { id } }, body })),
      );
    } catch (error) {
      if (!isProblem(error, 409)) throw error;
      // Decided meanwhile: the page shows that, and this button no longer.
      setAsking(false);
      say(failureText(error, common.failed));
      void queries.invalidateQueries(orderQuery(id));
      return;
    }
    setAsking(false);
    say(texts.done[kind]);
  };
  return (
    <>
      <button type="button" className="button" onClick={() => setAsking(true)}>
        <Ban size={18} aria-hidden />
        {texts.action[kind]}
      </button>
      {asking && (
        <Dialog title={texts.ask[kind]} onClose={() => setAsking(false)}>
          <p className="muted">{texts.text}</p>
          <Form onSend={send}>
            <TextArea name="reason" label={texts.reason} maxLength={limits.reason.maxLength} />
            <div className="actions end">
              <button type="button" className="button" onClick={() => setAsking(false)}>
                {texts.keep}
              </button>
              <Submit>{texts.action[kind]}</Submit>
            </div>
          </Form>
        </Dialog>
      )}
    </>
  );
}
