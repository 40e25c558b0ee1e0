import { percentOf } from '../../catalog';
import type { ShopKind } from '../shop';
import { agreedTotals } from './agreed-prices';
import type { DeliveryAddress } from './delivery-address';
import type { Order } from './order.entity';
import type { OrderLine } from './order-line.entity';
import type { NamedContact } from './order-parties';

/** An order or quote request that has just been created. */
export interface CreatedOrder {
  readonly order: Order;
  readonly contact: NamedContact;
  /** Without prices where none are agreed. */
  readonly lines: readonly OrderLine[];
  /** Whose offer was accepted. */
  readonly quoteRequest: Order | null;
}

/** What a contact has submitted, as other modules are told. */
export interface SubmittedOrder {
  readonly number: string;
  readonly shop: ShopKind;
  readonly reference: string | null;
  readonly costCentre: string | null;
  readonly note: string | null;
  readonly deliveryAddress: DeliveryAddress | null;
  /** Absent in quote requests, as are the totals and the prices of the lines. */
  readonly currency?: string;
  readonly totalNetCents?: number;
  readonly totalGrossCents?: number;
  readonly lines: readonly LineView[];
  /** Of an order that came from an offer. */
  readonly quoteRequestNumber?: string;
}

/** A line as people read it. */
export interface LineView extends Pick<
  OrderLine,
  'id' | 'articleId' | 'number' | 'name' | 'unit' | 'kind' | 'quantity'
> {
  readonly vatRatePercent: number;
  readonly printer: PrinterView | null;
  readonly netPriceCents?: number;
  readonly lineNetCents?: number;
}

/** The printer that something is for, as it was when it was ordered. */
export interface PrinterView {
  readonly id: string;
  readonly name: string;
  readonly model: string | null;
  readonly location: string | null;
  readonly room: string | null;
  readonly serialNumber: string | null;
}

export function submittedOrder({ order, lines, quoteRequest }: CreatedOrder): SubmittedOrder {
  return {
    number: order.number,
    shop: order.shop,
    reference: order.reference,
    costCentre: order.costCentre,
    note: order.note,
    deliveryAddress: order.deliveryAddress,
    ...agreedTotals(order),
    lines: lines.map(viewOfLine),
    quoteRequestNumber: quoteRequest?.number,
  };
}

export function viewOfLine(line: OrderLine): LineView {
  return {
    id: line.id,
    articleId: line.articleId,
    number: line.number,
    name: line.name,
    unit: line.unit,
    kind: line.kind,
    printer: viewOfPrinter(line),
    quantity: line.quantity,
    vatRatePercent: percentOf(line.vatRatePermille),
    ...(line.netPriceCents !== null && {
      netPriceCents: line.netPriceCents,
      lineNetCents: line.netPriceCents * line.quantity,
    }),
  };
}

function viewOfPrinter(line: OrderLine): PrinterView | null {
  if (line.printerId === null) return null;
  return {
    id: line.printerId,
    name: line.printerName ?? '',
    model: line.printerModel,
    location: line.printerLocation,
    room: line.printerRoom,
    serialNumber: line.printerSerialNumber,
  };
}
