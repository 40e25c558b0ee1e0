import { button, defineMail, facts, type MailBlock, quote, text } from '../../../platform/mail/mail-template';

/** What every mail about an order says; what is empty is left out. */
interface AboutOrder {
  /** Of whom the mail goes to. */
  readonly name: string;
  /** What it is called: order or quote request. */
  readonly thing: string;
  readonly number: string;
  readonly reference: string;
  readonly costCentre: string;
  readonly lines: string;
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
  /** Of staff, with their decision. */
  readonly message: string;
  readonly validUntil: string;
  readonly link: string;
}

const SUBJECT = '{thing} {number}';

const detailsDe: readonly MailBlock[] = [
  facts([
    ['Nummer', '{number}'],
    ['Ihr Zeichen', '{reference}'],
    ['Kostenstelle', '{costCentre}'],
  ]),
  quote('{lines}'),
  facts([
    ['Summe netto', '{net}'],
    ['Umsatzsteuer', '{vat}'],
    ['Summe brutto', '{gross}'],
    ['Gültig bis', '{validUntil}'],
  ]),
];
const detailsEn: readonly MailBlock[] = [
  facts([
    ['Number', '{number}'],
    ['Your reference', '{reference}'],
    ['Cost centre', '{costCentre}'],
  ]),
  quote('{lines}'),
  facts([
    ['Net total', '{net}'],
    ['VAT', '{vat}'],
    ['Gross total', '{gross}'],
    ['Valid until', '{validUntil}'],
  ]),
];

export const orderReceivedMail = defineMail<AboutOrder>('order-received', {
  de: {
    subject: `${SUBJECT}: Eingangsbestätigung`,
    blocks: [
      text('Guten Tag {name},'),
      text('wir haben Ihre {thing} unter der Nummer {number} erhalten.'),
      text('Dies ist eine Eingangsbestätigung, keine Auftragsannahme.'),
      ...detailsDe,
      button('Im Portal ansehen', '{link}'),
    ],
  },
  en: {
    subject: `${SUBJECT}: receipt`,
    blocks: [
      text('Hello {name},'),
      text('we have received your {thing} under the number {number}.'),
      text('This confirms the receipt; it is no acceptance of the order.'),
      ...detailsEn,
      button('View in the portal', '{link}'),
    ],
  },
});

export const orderAcceptedMail = defineMail<AboutOrder>('order-accepted', {
  de: {
    subject: `${SUBJECT}: angenommen`,
    blocks: [
      text('Guten Tag {name},'),
      text('wir haben Ihre {thing} {number} angenommen.'),
      quote('{message}'),
      ...detailsDe,
      button('Im Portal ansehen', '{link}'),
    ],
  },
  en: {
    subject: `${SUBJECT}: accepted`,
    blocks: [
      text('Hello {name},'),
      text('we have accepted your {thing} {number}.'),
      quote('{message}'),
      ...detailsEn,
      button('View in the portal', '{link}'),
    ],
  },
});

export const orderRejectedMail = defineMail<AboutOrder>('order-rejected', {
  de: {
    subject: `${SUBJECT}: abgelehnt`,
    blocks: [
      text('Guten Tag {name},'),
      text('leider können wir Ihre {thing} {number} nicht ausführen.'),
      quote('{message}'),
      ...detailsDe,
      button('Im Portal ansehen', '{link}'),
    ],
  },
  en: {
    subject: `${SUBJECT}: rejected`,
    blocks: [
      text('Hello {name},'),
      text('unfortunately we cannot carry out your {thing} {number}.'),
      quote('{message}'),
      ...detailsEn,
      button('View in the portal', '{link}'),
    ],
  },
});

export const offerMadeMail = defineMail<AboutOrder>('offer-made', {
  de: {
    subject: `${SUBJECT}: unser Angebot`,
    blocks: [
      text('Guten Tag {name},'),
      text(
        'zu Ihrer {thing} {number} machen wir Ihnen dieses Angebot. Im Portal können Sie es annehmen oder ablehnen.',
      ),
      quote('{message}'),
      ...detailsDe,
      button('Angebot ansehen', '{link}'),
    ],
  },
  en: {
    subject: `${SUBJECT}: our offer`,
    blocks: [
      text('Hello {name},'),
      text('this is our offer for your {thing} {number}. You can accept or decline it in the portal.'),
      quote('{message}'),
      ...detailsEn,
      button('View offer', '{link}'),
    ],
  },
});

export const offerAcceptedMail = defineMail<AboutOrder>('offer-accepted', {
  de: {
    subject: `${SUBJECT}: Angebot angenommen`,
    blocks: [
      text('Guten Tag {name},'),
      text('unser Angebot wurde angenommen. Daraus wurde Ihre {thing} {number}.'),
      text('Dies ist eine Eingangsbestätigung, keine Auftragsannahme.'),
      ...detailsDe,
      button('Im Portal ansehen', '{link}'),
    ],
  },
  en: {
    subject: `${SUBJECT}: offer accepted`,
    blocks: [
      text('Hello {name},'),
      text('our offer has been accepted. It became your {thing} {number}.'),
      text('This confirms the receipt; it is no acceptance of the order.'),
      ...detailsEn,
      button('View in the portal', '{link}'),
    ],
  },
});
