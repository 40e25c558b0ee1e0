import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ChevronRight, MapPin, Printer as PrinterIcon } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { isProblem } from '../../api/problems';
import { useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { useTenant } from '../../session/tenant';
import { Empty, Failure, Skeleton } from '../../ui/feedback';
import { LoadMore } from '../../ui/load-more';
import { Page } from '../../ui/page';
import { SearchBox } from '../../ui/search-box';
import { CartLink } from './cart-link';
import { Closed, ClosedPage } from './closed';
import { placesOf } from './places';
import { type Printer, printersQuery } from './queries';
import '../../styles/shop.css';

export function PrinterShopPage(): ReactNode {
  const { printers } = useTexts().shops;
  const { q } = useSearch({ from: '/p/$slug/portal/printer-shop' });
  const navigate = useNavigate({ from: '/p/$slug/printer-shop' });
  if (!useMe().shops.printerShop?.open) return <ClosedPage title={printers.title} />;
  return (
    <Page
      title={printers.title}
      actions={<CartLink shop="PRINTER_SHOP" />}
      below={<p className="muted">{printers.text}</p>}
    >
      <div className="tools">
        <SearchBox
          label={printers.searchLabel}
          placeholder={printers.searchHint}
          value={q ?? ''}
          onSearch={(words) => void navigate({ search: { q: words || undefined }, replace: true })}
        />
      </div>
      <Printers q={q} />
    </Page>
  );
}

function Printers({ q }: { readonly q: string | undefined }): ReactNode {
  const { printers: texts } = useTexts().shops;
  const list = useInfiniteQuery(printersQuery(q));
  if (isProblem(list.error, 404)) return <Closed />;
  if (list.isPending) return <Skeleton lines={9} />;
  if (list.isError && !list.data) return <Failure error={list.error} retry={() => void list.refetch()} />;
  const printers = list.data.pages.flatMap(({ items }) => items);
  if (printers.length === 0) {
    return (
      <div className="card">
        <Empty icon={PrinterIcon} title={q ? texts.nothing : texts.empty}>
          {q ? texts.nothingText(q) : texts.emptyText}
        </Empty>
      </div>
    );
  }
  return (
    <>
      {placesOf(printers).map(([place, there]) => (
        <Place key={place} name={place || texts.elsewhere} printers={there} />
      ))}
      <LoadMore list={list} />
    </>
  );
}

interface PlaceProps {
  readonly name: string;
  readonly printers: readonly Printer[];
}

function Place({ name, printers }: PlaceProps): ReactNode {
  const { printers: texts } = useTexts().shops;
  const { slug } = useTenant();
  const heading = useId();
  return (
    <section className="stack" aria-labelledby={heading}>
      <h2 id={heading} className="place">
        <MapPin size={20} aria-hidden />
        {name}
      </h2>
      <ul className="list printers">
        {printers.map(({ id, name: printer, model, room, userName, assetTag }) => (
          <li key={id}>
            <Link to="/p/$slug/printer-shop/printers/$id" params={{ slug, id }}>
              <PrinterIcon size={24} aria-hidden />
              <span className="printer-text">
                <strong>{printer}</strong>
                <span className="muted small">
                  {[
                    `${model.manufacturer} ${model.name}`,
                    room && texts.room(room),
                    userName && texts.usedBy(userName),
                    assetTag,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <ChevronRight size={20} aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
