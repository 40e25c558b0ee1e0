import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';

interface ReportLinkProps {
  readonly device: { readonly id: string; readonly name: string };
}

/** Leads to a new request in which the device is chosen already. */
export function ReportLink({ device: { id, name } }: ReportLinkProps): ReactNode {
  const { tickets: texts } = useTexts();
  const { slug } = useTenant();
  return (
    <Link
      to="/p/$slug/tickets/new"
      params={{ slug }}
      search={{ device: id }}
      className="button"
      aria-label={texts.reportAbout(name)}
    >
      <TriangleAlert size={18} aria-hidden />
      {texts.report}
    </Link>
  );
}
