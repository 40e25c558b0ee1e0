import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { failureText } from '../../ui/failure';
import { Notice } from '../../ui/feedback';
import { useRefusal } from '../../ui/refusal';
import { type DecisionProps, useDecide } from './decide';
import { standingOf } from './queries';

interface AcknowledgeProps extends DecisionProps {
  /** The offer that was declined. */
  readonly version: number;
}

/** The customer has declined the offer, and that is that. */
export function Acknowledge({ version, ...props }: AcknowledgeProps): ReactNode {
  const { inbox, common } = useTexts();
  const decide = useDecide(props);
  const [refusal, setRefusal] = useRefusal(() => standingOf(props.item.id));
  const send = async (): Promise<void> => {
    try {
      await decide({ decision: 'ACKNOWLEDGED', offerVersion: version });
    } catch (error) {
      setRefusal(failureText(error, common.failed));
    }
  };
  return (
    <>
      <button type="button" className="button" onClick={() => void send()}>
        {inbox.acknowledge}
      </button>
      {refusal && (
        <Notice tone="bad" role="alert">
          {refusal}
        </Notice>
      )}
    </>
  );
}
