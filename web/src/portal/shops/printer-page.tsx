import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Clock, PackageX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat, useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { BackLink } from '../../session/back-link';
import { Empty, Failure, Pill, Skeleton } from '../../ui/feedback';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { ReportLink } from '../devices/report-link';
import { NewTicketLink } from '../tickets/new-link';
import { AddToCart } from './add-to-cart';
import { CartLink } from './cart-link';
import { ClosedPage } from './closed';
import { Picture } from './picture';
import { Price } from './price';
import { accessoriesQuery, type Accessory, type Printer, printerQuery } from './queries';
import '../../styles/shop.css';

export function PrinterPage(): ReactNode {
  const { id } = useParams({ from: '/p/$slug/portal/printer-shop/printers/$id' });
  const { printerShop } = useMe().shops;
  const { title } = useTexts().shops.printers;
  const printer = useQuery(printerQuery(id));
  if (!printerShop?.open) return <ClosedPage title={title} />;
  return <Loaded query={printer}>{(data) => <PrinterView printer={data} />}</Loaded>;
}

function PrinterView({ printer }: { readonly printer: Printer }): ReactNode {
  const { printers: texts } = useTexts().shops;
  const { model, location, room, userName, assetTag, serialNumber } = printer;
  const about = [
    `${model.manufacturer} ${model.name}`,
    location,
    room && texts.room(room),
    userName && texts.usedBy(userName),
    assetTag && `${texts.assetTag} ${assetTag}`,
    serialNumber && `${texts.serialNumber} ${serialNumber}`,
  ].filter(Boolean);
  return (
    <Page
      title={printer.name}
      actions={
        <>
          <ReportLink device={printer} />
          <CartLink shop="PRINTER_SHOP" />
        </>
      }
      above={<BackLink to="/p/$slug/printer-shop" />}
      below={<p className="muted">{about.join(' · ')}</p>}
    >
      <section className="stack" aria-labelledby="supplies">
        <h2 id="supplies">{texts.supplies}</h2>
        <Supplies printerId={printer.id} />
      </section>
    </Page>
  );
}

function Supplies({ printerId }: { readonly printerId: string }): ReactNode {
  const { printers: texts } = useTexts().shops;
  const supplies = useQuery(accessoriesQuery(printerId));
  if (supplies.isPending) return <Skeleton lines={6} />;
  if (supplies.isError && !supplies.data)
    return <Failure error={supplies.error} retry={() => void supplies.refetch()} />;
  if (supplies.data.items.length === 0) {
    return (
      <div className="card">
        <Empty icon={PackageX} title={texts.noSupplies} action={<NewTicketLink device={printerId} />}>
          {texts.noSuppliesText}
        </Empty>
      </div>
    );
  }
  return (
    <ul className="articles" aria-labelledby="supplies">
      {supplies.data.items.map((supply) => (
        <Supply key={supply.id} printerId={printerId} supply={supply} />
      ))}
    </ul>
  );
}

interface SupplyProps {
  readonly printerId: string;
  readonly supply: Accessory;
}

function Supply({ printerId, supply }: SupplyProps): ReactNode {
  const { printers: texts } = useTexts().shops;
  const format = useFormat();
  const { shops } = useMe();
  const { id, kind, name, number, imageVersion, yieldPages, openRequestSince } = supply;
  const image = `/api/v1/portal/printer-shop/printers/${printerId}/accessories/${id}/image?v=${imageVersion}`;
  return (
    <li className="article">
      <Picture src={imageVersion ? image : undefined} />
      <div className="article-text">
        <strong>{kind}</strong>
        <span className="small">
          {name} <span className="muted number">{number}</span>
        </span>
        {yieldPages !== null && <span className="muted small">{texts.pages(format.number(yieldPages))}</span>}
        {openRequestSince && (
          <span>
            <Pill tone="warn" icon={Clock}>
              {texts.since(format.date(openRequestSince))}
            </Pill>
          </span>
        )}
      </div>
      <Price article={supply} shown={shops.printerShop?.pricesVisible ?? false} />
      <AddToCart line={{ articleId: id, printerId }} name={name} />
    </li>
  );
}
