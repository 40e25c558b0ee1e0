import { Package } from 'lucide-react';
import type { ReactNode } from 'react';

interface PictureProps {
  /** Where this version of the picture is; absent where there is none. */
  readonly src?: string;
  readonly large?: boolean;
}

/** Beside the article's name, which says all that the picture says. */
export function Picture({ src, large }: PictureProps): ReactNode {
  return (
    <span className={large ? 'picture large' : 'picture'}>
      {src ? (
        // The large one is what one has come for.
        <img
          src={`${src}&width=${large ? 640 : 160}`}
          alt=""
          loading={large ? 'eager' : 'lazy'}
          decoding="async"
        />
      ) : (
        <Package strokeWidth={1.5} aria-hidden />
      )}
    </span>
  );
}
