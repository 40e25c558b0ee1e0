import { Store } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { Empty } from '../../ui/feedback';
import { Page } from '../../ui/page';

/** A shop that was closed since somebody has come to it. */
export function Closed(): ReactNode {
  const { closed } = useTexts().shops;
  return (
    <div className="card">
      <Empty icon={Store} title={closed.title}>
        {closed.text}
      </Empty>
    </div>
  );
}

/** In the place of what is in such a shop. */
export function ClosedPage({ title }: { readonly title: string }): ReactNode {
  return (
    <Page title={title}>
      <Closed />
    </Page>
  );
}
