import type { OrderKind, OrderStatus } from './order-status';

/** Who cancels: the customer takes back what nobody has decided, staff end what is agreed. */
export type CancellingParty = 'CUSTOMER' | 'STAFF';

/** What the rules look at. */
interface Cancellable {
  readonly kind: OrderKind;
  readonly status: OrderStatus;
  /** Of an order that came from an offer. */
  readonly quoteRequestId: string | null;
}

/** `BINDING`: it is a contract. `UNDECIDED`: it is none yet, and is rejected instead. `DECIDED`: it is over, or has an offer. */
export type CancellationObjection = 'BINDING' | 'UNDECIDED' | 'DECIDED';

/** An order that came from an accepted offer is a contract from the first moment: nobody can refuse it any more. */
export function isBinding({ kind, quoteRequestId }: Omit<Cancellable, 'status'>): boolean {
  return kind === 'ORDER' && quoteRequestId !== null;
}

/** Why the party may not cancel; undefined where it may. */
export function objectionToCancelling(
  order: Cancellable,
  party: CancellingParty,
): CancellationObjection | undefined {
  const { kind, status } = order;
  const binding = isBinding(order);
  if (party === 'STAFF') {
    if (kind === 'ORDER' && (status === 'ACCEPTED' || (binding && status === 'RECEIVED'))) return undefined;
    return status === 'RECEIVED' ? 'UNDECIDED' : 'DECIDED';
  }
  if (status !== 'RECEIVED') return 'DECIDED';
  return binding ? 'BINDING' : undefined;
}
