import type { ReactNode } from 'react';
import { useTexts } from '../i18n';

interface LoadMoreProps {
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly onMore: () => void;
}

export function LoadMore({ hasMore, loading, onMore }: LoadMoreProps): ReactNode {
  const { common } = useTexts();
  if (!hasMore) return null;
  return (
    <div className="row load-more no-print">
      <button type="button" className="button" aria-disabled={loading} onClick={() => !loading && onMore()}>
        {loading ? common.loading : common.loadMore}
      </button>
    </div>
  );
}
