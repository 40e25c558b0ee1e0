import { type ReactNode, useEffect, useRef } from 'react';
import { useFormat } from '../i18n';

/** How long ago; the exact time on hover, in print and for programs. */
export function Ago({ at }: { readonly at: string }): ReactNode {
  const format = useFormat();
  const time = useRef<HTMLTimeElement>(null);
  // Only on hover and in print: formatting the full time is the most expensive part of a list.
  const writeOut = (): void => {
    if (time.current) time.current.title = format.dateTime(at);
  };
  useEffect(() => {
    addEventListener('beforeprint', writeOut);
    return () => removeEventListener('beforeprint', writeOut);
  });
  return (
    <time ref={time} dateTime={at} onPointerEnter={writeOut}>
      {format.ago(at)}
    </time>
  );
}
