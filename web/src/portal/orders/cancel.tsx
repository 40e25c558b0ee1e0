import { Ban } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n';
import { lazyPart } from '../../ui/lazy-part';
import type { OrderDetail } from './queries';

const CancelDialog = lazyPart(async () => (await import('./cancel-dialog')).CancelDialog);

/** Takes back what nobody has decided yet, after a question. What came from an offer is binding. */
export function Cancel({ id, kind }: Pick<OrderDetail, 'id' | 'kind'>): ReactNode {
  const { cancel: texts } = useTexts().orders;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <button type="button" className="button" onClick={() => setAsking(true)}>
        <Ban size={18} aria-hidden />
        {texts[kind]}
      </button>
      {asking && <CancelDialog id={id} kind={kind} onClose={() => setAsking(false)} />}
    </>
  );
}
