import { type ErrorComponentProps, Link, useParams, useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTexts } from '../i18n';
import { Failure } from './feedback';
import { Page } from './page';

/** For an address that leads nowhere. */
export function NotFound(): ReactNode {
  return (
    <main>
      <Absent />
    </main>
  );
}

/** Within a page's frame: what was looked for is not there, or not for this person. */
export function Absent(): ReactNode {
  const { notFound } = useTexts().common;
  const { slug } = useParams({ strict: false });
  return (
    <Page title={notFound.title}>
      <p className="muted">{notFound.text}</p>
      <p>
        {slug ? (
          <Link to="/p/$slug" params={{ slug }} className="button">
            {notFound.home}
          </Link>
        ) : (
          <Link to="/" className="button">
            {notFound.home}
          </Link>
        )}
      </p>
    </Page>
  );
}

/** In the place of the whole frame where not even that could be read. */
export function FrameFailure(props: ErrorComponentProps): ReactNode {
  return (
    <main>
      <RouteFailure {...props} />
    </main>
  );
}

/** Within a frame, in the place of a page that could not be shown. */
export function RouteFailure({ error, reset }: ErrorComponentProps): ReactNode {
  const router = useRouter();
  useEffect(() => {
    // Unexpected, so it is reported where the browser reports errors.
    if (error instanceof TypeError || error instanceof ReferenceError) reportError(error);
  }, [error]);
  const retry = (): void => {
    reset();
    void router.invalidate();
  };
  useEffect(() => {
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  });
  if (isAbsent(error)) return <Absent />;
  return (
    <div className="page">
      <Failure error={error} retry={retry} />
    </div>
  );
}

export function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 404;
}
