import type { ReactNode } from 'react';
import { useFormat } from '../i18n';

/** How long ago; the exact time for who points at it, in print and for programs. */
export function Ago({ at }: { readonly at: string }): ReactNode {
  const format = useFormat();
  return (
    <time dateTime={at} title={format.dateTime(at)}>
      {format.ago(at)}
    </time>
  );
}
