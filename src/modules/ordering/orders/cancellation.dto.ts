import { Optional, Text } from '../../../platform/http/validation/fields';
import type { Order } from './order.entity';

export class CancelPortalOrderDto {
  /** Wird dem Systemhaus gezeigt. */
  @Optional()
  @Text({ max: 2_000, lines: true, example: 'Doppelt bestellt.' })
  reason?: string;
}

export class CancelOrderDto {
  /** Warum; steht in der Mail an den Kunden. */
  @Text({ max: 5_000, lines: true, example: 'Der Hersteller hat die Fertigung eingestellt.' })
  reason: string;
}

/** Eine Stornierung. */
export class OrderCancellationDto {
  cancelledAt: Date;
  /** CUSTOMER: der Kunde, bevor entschieden war. STAFF: das Systemhaus. */
  cancelledBy: 'CUSTOMER' | 'STAFF';
  reason: string | null;
}

export function presentCancellation({
  cancelledAt,
  cancelledBy,
  cancellationReason,
}: Order): OrderCancellationDto | null {
  if (!cancelledAt || !cancelledBy) return null;
  return { cancelledAt, cancelledBy, reason: cancellationReason };
}
