import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n';
import { useCan } from '../session/me';
import { undeliveredCountsQuery } from './setup/queries';

/** How many mails have not left, for who can do something about it. */
export function UndeliveredCount(): ReactNode {
  const { setup } = useTexts();
  const can = useCan();
  const { data } = useQuery({ ...undeliveredCountsQuery, enabled: can('ADMINISTRATION') });
  const undelivered = data ? data.failed + data.waiting : 0;
  if (undelivered === 0) return null;
  return (
    <span className="count">
      {undelivered}
      <span className="visually-hidden"> {setup.undelivered}</span>
    </span>
  );
}
