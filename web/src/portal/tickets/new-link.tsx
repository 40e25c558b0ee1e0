import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';

interface NewTicketLinkProps {
  /** The id of the one that it is about. */
  readonly device?: string;
}

export function NewTicketLink({ device }: NewTicketLinkProps): ReactNode {
  const { tickets } = useTexts();
  const { slug } = useTenant();
  return (
    <Link to="/p/$slug/tickets/new" params={{ slug }} search={{ device }} className="button primary">
      <Plus size={20} aria-hidden />
      {tickets.create}
    </Link>
  );
}
