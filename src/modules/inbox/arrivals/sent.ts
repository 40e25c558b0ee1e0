import type { SubmittedOrder } from '../../ordering';
import type { RegistrationView } from '../../registration';
import type { SentLine, SentOrder, SentRegistration } from './payload';

/** What a contact submitted: every field by name, so that nothing gets in that staff know beside it. */
export function sentOrder(order: SubmittedOrder): SentOrder {
  return {
    number: order.number,
    shop: order.shop,
    reference: order.reference,
    costCentre: order.costCentre,
    note: order.note,
    deliveryAddress: order.deliveryAddress,
    currency: order.currency,
    totalNetCents: order.totalNetCents,
    totalGrossCents: order.totalGrossCents,
    lines: order.lines.map(sentLine),
    quoteRequestNumber: order.quoteRequestNumber,
  };
}

function sentLine(line: SubmittedOrder['lines'][number]): SentLine {
  return {
    lineId: line.id,
    articleId: line.articleId,
    number: line.number,
    name: line.name,
    unit: line.unit,
    kind: line.kind,
    quantity: line.quantity,
    vatRatePercent: line.vatRatePercent,
    printer: line.printer,
    netPriceCents: line.netPriceCents,
    lineNetCents: line.lineNetCents,
  };
}

export function sentRegistration(registration: RegistrationView): SentRegistration {
  const { company, firstName, lastName, email, phone, message, language } = registration;
  return { company, firstName, lastName, email, phone, message, language };
}
