import { Link } from '@tanstack/react-router';
import { type ReactNode, useContext } from 'react';
import { TenantContext } from './tenant';

interface WayProps {
  readonly to: 'login' | 'forgot' | 'register';
  readonly className?: string;
  readonly children: ReactNode;
}

/** From the page of a mail's link on; old links name no tenant, so that the way leads over the choice of one. */
export function Way({ to, className, children }: WayProps): ReactNode {
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
