import { Link } from '@tanstack/react-router';
import { type ReactNode, useContext } from 'react';
import { TenantContext } from './tenant';

interface EntryLinkProps {
  readonly to: 'login' | 'forgot' | 'register';
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link from the page that a mail opened to another entry page; old links name no tenant, so one has to be chosen first. */
export function EntryLink({ to, className, children }: EntryLinkProps): ReactNode {
  const tenant = useContext(TenantContext);
  if (!tenant) {
    return (
      <Link to="/" search={{ next: `/${to}` }} className={className}>
        {children}
      </Link>
    );
  }
  return (
    <Link to={`/p/$slug/${to}`} params={{ slug: tenant.slug }} className={className}>
      {children}
    </Link>
  );
}

/** The one-time token of a mail's link: behind the #, which no server gets to see. */
export function tokenOfLink(): string | undefined {
  return new URLSearchParams(location.hash.slice(1)).get('token') ?? undefined;
}
