import { useInfiniteQuery } from '@tanstack/react-query';
import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Inbox, Keyboard } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { queries } from '../../api/queries';
import { useTexts } from '../../i18n';
import { Empty, Failure, Skeleton } from '../../ui/feedback';
import { LoadMore } from '../../ui/load-more';
import { Page } from '../../ui/page';
import { FirstStepsHint } from '../setup/first-steps-hint';
import { KeyHelp } from '../keys/key-help-part';
import { useNeighbours } from '../neighbours';
import { useShortcuts } from '../shortcuts';
import { Filters } from './filters';
import { ItemList } from './item-list';
import { NextItem } from './next-item';
import { inboxItemQuery, inboxItemsQuery, isOpen } from './queries';

/** The Postkorb: what is to be decided beside the one that somebody decides about; on phones one after the other. */
export function InboxPage(): ReactNode {
  const { inbox, staff } = useTexts();
  const { slug, id } = useParams({ strict: false });
  const search = useSearch({ from: '/staff/$slug/workplace/inbox' });
  const navigate = useNavigate();
  const list = useInfiniteQuery(inboxItemsQuery(search));
  const [helping, setHelping] = useState(false);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];

  const { previous, next } = useNeighbours(list, id);
  const isPlaced = previous !== undefined || next !== undefined;
  const another = items.find((item) => item.id !== id)?.id;
  const open = (chosen: string | undefined): void => {
    if (!chosen || !slug) return;
    void navigate({ to: '/staff/$slug/inbox/$id', params: { slug, id: chosen }, search });
  };
  useShortcuts({
    j: () => open(isPlaced ? next : items[0]?.id),
    k: () => open(isPlaced ? previous : items.at(-1)?.id),
    Enter: id ? undefined : () => open(items[0]?.id),
  });
  const opened = useRef<string>(undefined);
  useEffect(() => {
    if (id === undefined && opened.current !== undefined) focusInList(opened.current);
    opened.current = id;
  }, [id]);
  return (
    <div className={id ? 'inbox with-item' : 'inbox'}>
      <section className="inbox-list" aria-label={inbox.listLabel}>
        <Page
          title={inbox.title}
          actions={
            <button
              type="button"
              className="icon-button keys-button"
              aria-label={staff.showKeys}
              onClick={() => setHelping(true)}
            >
              <Keyboard size={20} aria-hidden />
            </button>
          }
        >
          <FirstStepsHint />
          <Filters search={search} />
          {list.isPending && <Skeleton lines={9} />}
          {list.isError && !list.data && <Failure error={list.error} retry={() => void list.refetch()} />}
          {list.data && items.length === 0 && (
            <Empty icon={Inbox} title={inbox.empty[search.view ?? 'open']}>
              {inbox.emptyText[search.view ?? 'open']}
            </Empty>
          )}
          {items.length > 0 && <ItemList items={items} search={search} />}
          <LoadMore list={list} />
        </Page>
      </section>
      <section className="inbox-item" aria-label={inbox.itemLabel}>
        {id ? (
          <NextItem value={next ?? another}>
            <Outlet />
          </NextItem>
        ) : (
          <Empty icon={Inbox} title={inbox.choose}>
            {inbox.chooseText}
          </Empty>
        )}
      </section>
      {helping && <KeyHelp onClose={() => setHelping(false)} />}
    </div>
  );
}

/** Who closes an item goes on where it stands in the list; what is done is about to leave it. */
function focusInList(closed: string): void {
  const item = queries.getQueryData(inboxItemQuery(closed).queryKey);
  const row = item && isOpen(item) ? document.querySelector(`.inbox-items a[href*="${closed}"]`) : null;
  const place = row ?? document.querySelector('.inbox-list h1');
  if (!(place instanceof HTMLElement)) return;
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: 'nearest' });
}
