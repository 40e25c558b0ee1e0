import { Link, type LinkProps } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n';
import { lastSearch } from './last-search';
import { useTenant } from './tenant';

interface BackLinkProps {
  /** The list that the page belongs to. */
  readonly to: Extract<LinkProps['to'], `/${'p' | 'staff'}/$slug/${string}`>;
}

/** Leads from a page back to its list, narrowed as it was when it was seen last. */
export function BackLink({ to }: BackLinkProps): ReactNode {
  const { common } = useTexts();
  const { slug } = useTenant();
  // All of these paths have the tenant and no other parameter, which a union of paths does not tell.
  return (
    <Link to={to} params={{ slug } as never} search={lastSearch(to.replace('$slug', slug)) as never}>
      <ChevronLeft size={18} aria-hidden />
      {common.backToList}
    </Link>
  );
}
