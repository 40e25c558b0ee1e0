import { Link } from '@tanstack/react-router';
import { PackageSearch } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { Empty } from '../../ui/feedback';
import type { ArticleSearch } from './search';

export function NoArticles({ search: { q, category } }: { readonly search: ArticleSearch }): ReactNode {
  const { online } = useTexts().shops;
  const { slug } = useTenant();
  const narrowed = q !== undefined || category !== undefined;
  const everything = (
    <Link to="/p/$slug/online-shop" params={{ slug }} className="button">
      {online.everything}
    </Link>
  );
  return (
    <div className="card">
      <Empty
        icon={PackageSearch}
        title={narrowed ? online.nothing : online.empty}
        action={narrowed && everything}
      >
        {narrowed ? online.nothingText : online.emptyText}
      </Empty>
    </div>
  );
}
