import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTexts } from '../i18n';
import { Failure } from './feedback';
import { Page } from './page';

export function NotFound(): ReactNode {
  const { notFound } = useTexts().common;
  return (
    <main>
      <Page title={notFound.title}>
        <p className="muted">{notFound.text}</p>
        <p>
          <Link to="/" className="button">
            {notFound.home}
          </Link>
        </p>
      </Page>
    </main>
  );
}

/** In the place of a page that could not be shown. */
export function RouteFailure({ error, reset }: ErrorComponentProps): ReactNode {
  const router = useRouter();
  useEffect(() => {
    // Nobody expects it, so that it may show where such things show.
    if (error instanceof TypeError || error instanceof ReferenceError) reportError(error);
  }, [error]);
  const retry = (): void => {
    reset();
    void router.invalidate();
  };
  if (isAbsent(error)) return <NotFound />;
  return (
    <main className="page">
      <Failure error={error} retry={retry} />
    </main>
  );
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 404;
}
