import { type ReactNode, useEffect, useRef } from 'react';
import { useFormat } from '../i18n';

/** How long ago; the exact time for who points at it, in print and for programs. */
export function Ago({ at }: { readonly at: string }): ReactNode {
  const format = useFormat();
  const time = useRef<HTMLTimeElement>(null);
  // Once the page has been painted: what it takes to write out a time is the most costly of a list.
  useEffect(() => {
    if (time.current) time.current.title = format.dateTime(at);
  }, [at, format]);
  return (
    <time ref={time} dateTime={at}>
      {format.ago(at)}
    </time>
  );
}
