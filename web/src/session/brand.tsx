import type { ReactNode } from 'react';

interface BrandProps {
  readonly name: string;
  /** Whose first letter is the sign. */
  readonly of: string;
}

/** The portal's name with a letter as its sign. */
export function Brand({ name, of }: BrandProps): ReactNode {
  return (
    <span className="brand">
      <span className="brand-mark" aria-hidden>
        {of.slice(0, 1).toUpperCase()}
      </span>
      <span className="brand-name">{name}</span>
    </span>
  );
}
