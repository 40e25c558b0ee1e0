import type { ReactNode } from 'react';

/** Of tickets and orders. */
const NUMBERS = /([ABT]-\d{4}-\d+)/;

/** A text in which no number is torn at its hyphens. */
export function Whole({ text }: { readonly text: string }): ReactNode {
  return text.split(NUMBERS).map((part, place) =>
    place % 2 === 0 ? (
      part
    ) : (
      <span key={place} className="whole">
        {part}
      </span>
    ),
  );
}
