import type { SavedAddressValues } from '../modules/ordering';

/** One line of a demo order: an article by its number, in the printer shop for the device with an asset tag. */
export interface DemoLine {
  readonly article: string;
  readonly quantity: number;
  readonly printer?: string;
}

/** What staff decided, and how the customer answered an offer. */
export type DemoOutcome =
  | { readonly decision: 'ACCEPTED' | 'REJECTED'; readonly message: string; readonly cancelled?: string }
  /** By the customer, before anybody had decided. */
  | { readonly decision: 'CANCELLED'; readonly reason: string }
  | {
      readonly decision: 'OFFER_MADE';
      readonly message: string;
      /** Of the list price. */
      readonly percent: number;
      /** Of what has none, in cents. */
      readonly unlistedPriceCents?: number;
      readonly answer?: 'ACCEPTED' | 'DECLINED';
      readonly note?: string;
      /** Why staff took it back. */
      readonly withdrawn?: string;
    };

export interface DemoOrder {
  /** E-mail of the contact who submitted it. */
  readonly from: string;
  readonly shop: 'ONLINE_SHOP' | 'PRINTER_SHOP';
  readonly lines: readonly DemoLine[];
  readonly reference?: string;
  readonly note?: string;
  /** Absent: it waits in the Postkorb. */
  readonly outcome?: DemoOutcome;
}

/** Where a company often has things delivered. */
export interface DemoAddress extends SavedAddressValues {
  /** E-mail of the contact who saved it. */
  readonly from: string;
}

export interface DemoShops {
  /** Of the tenant. */
  readonly showPrices: boolean;
  /** E-mail addresses of contacts whose company sees no prices although the tenant shows them. */
  readonly hiddenFor: readonly string[];
  readonly addresses: readonly DemoAddress[];
  readonly orders: readonly DemoOrder[];
  readonly registrations: readonly DemoRegistration[];
}

export interface DemoRegistration {
  readonly company: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly message: string;
}

const MUELLER = 'petra.mueller@mueller-soehne.example';
const WEBER = 'jonas.weber@mueller-soehne.example';
const PRAXIS = 'elif.oezdemir@praxis-oezdemir.example';
const HANSEN = 'lars.hansen@werft-hansen.example';

/** Musterhaus shows its prices, except to one customer; Nordlicht hides them. Every status of both kinds is there. */
export const DEMO_SHOPS: Readonly<Record<string, DemoShops>> = {
  musterhaus: {
    showPrices: true,
    hiddenFor: [PRAXIS],
    addresses: [
      {
        from: MUELLER,
        label: 'Lager Halle 1',
        address: {
          company: 'Müller & Söhne GmbH',
          name: 'Wareneingang',
          street: 'Hafenstraße 14, Tor 2',
          postalCode: '50667',
          city: 'Köln',
          country: 'DE',
        },
        isDefault: false,
      },
      {
        from: WEBER,
        label: 'Homeoffice Jonas Weber',
        address: {
          name: 'Jonas Weber',
          street: 'Ahornweg 7',
          postalCode: '51065',
          city: 'Köln',
          country: 'DE',
        },
        isDefault: false,
      },
    ],
    orders: [
      {
        from: MUELLER,
        shop: 'PRINTER_SHOP',
        lines: [
          { printer: 'MH-1002', article: 'BR-TN243BK', quantity: 2 },
          { printer: 'MH-1001', article: 'BR-TN2420', quantity: 1 },
        ],
        reference: 'PO-2026-118',
        outcome: { decision: 'ACCEPTED', message: 'Die Toner sind auf Lager und gehen heute noch raus.' },
      },
      {
        from: WEBER,
        shop: 'PRINTER_SHOP',
        lines: [{ printer: 'MH-1001', article: 'BR-DR2400', quantity: 1 }],
        note: 'Der Drucker meldet „Trommel ersetzen“.',
      },
      {
        from: MUELLER,
        shop: 'ONLINE_SHOP',
        lines: [
          { article: 'LO-920-009403', quantity: 3 },
          { article: 'LO-910-002235', quantity: 3 },
        ],
        outcome: { decision: 'REJECTED', message: 'Diese Tastatur hatten Sie gestern schon bestellt.' },
      },
      {
        from: MUELLER,
        shop: 'ONLINE_SHOP',
        lines: [
          { article: 'PRJ-L16', quantity: 2 },
          { article: 'JA-26599-999-999', quantity: 2 },
        ],
        note: 'Für zwei neue Arbeitsplätze. Ohne Listenpreis bitten wir um ein Angebot.',
      },
      {
        from: MUELLER,
        shop: 'ONLINE_SHOP',
        lines: [
          { article: 'PRJ-L16', quantity: 1 },
          { article: 'LO-981-000480', quantity: 1 },
        ],
        reference: 'Vertrieb, Februar',
        outcome: {
          decision: 'OFFER_MADE',
          percent: 92,
          unlistedPriceCents: 128_900,
          message: 'Unser Angebot für den neuen Arbeitsplatz, auf Wunsch mit Einrichtung vor Ort.',
        },
      },
      {
        from: PRAXIS,
        shop: 'ONLINE_SHOP',
        lines: [{ article: 'CH-JK-8500DE-2', quantity: 3 }],
        note: 'Bitte mit Lieferung bis Monatsende.',
      },
      {
        from: PRAXIS,
        shop: 'ONLINE_SHOP',
        lines: [{ article: 'LO-920-008675', quantity: 5 }],
        outcome: { decision: 'OFFER_MADE', percent: 95, message: 'Gerne mit fünf Prozent Nachlass.' },
      },
      {
        from: PRAXIS,
        shop: 'ONLINE_SHOP',
        lines: [{ article: 'LO-981-000480', quantity: 2 }],
        outcome: {
          decision: 'OFFER_MADE',
          percent: 90,
          message: 'Unser Angebot für zwei Headsets.',
          answer: 'ACCEPTED',
          note: 'Bitte an den Empfang liefern.',
        },
      },
      {
        from: PRAXIS,
        shop: 'ONLINE_SHOP',
        lines: [{ article: 'PO-BW5220', quantity: 1 }],
        outcome: {
          decision: 'OFFER_MADE',
          percent: 100,
          message: 'Wie besprochen.',
          answer: 'DECLINED',
          note: 'Das ist uns zu teuer.',
        },
      },
      {
        from: PRAXIS,
        shop: 'ONLINE_SHOP',
        lines: [{ article: 'CH-JK-8500DE-2', quantity: 1 }],
        outcome: {
          decision: 'OFFER_MADE',
          percent: 10,
          message: 'Unser Angebot.',
          withdrawn: 'Im Preis war ein Komma verrutscht.',
        },
      },
      {
        from: PRAXIS,
        shop: 'ONLINE_SHOP',
        lines: [{ article: 'LO-981-000480', quantity: 20 }],
        outcome: { decision: 'CANCELLED', reason: 'Wir wollten nur zwei, nicht zwanzig.' },
      },
      {
        from: MUELLER,
        shop: 'ONLINE_SHOP',
        lines: [{ article: 'LO-920-009403', quantity: 1 }],
        outcome: {
          decision: 'ACCEPTED',
          message: 'Kommt am Freitag.',
          cancelled: 'Der Hersteller hat die Fertigung dieser Tastatur eingestellt.',
        },
      },
      {
        from: PRAXIS,
        shop: 'ONLINE_SHOP',
        lines: [{ article: 'DI-DP020', quantity: 50 }],
        outcome: { decision: 'REJECTED', message: 'Diese Menge können wir leider nicht liefern.' },
      },
    ],
    registrations: [
      {
        company: 'Müller und Söhne',
        firstName: 'Karin',
        lastName: 'Fuchs',
        email: 'karin.fuchs@mueller-soehne.example',
        message: 'Ich habe die Nachfolge von Herrn Weber im Einkauf übernommen.',
      },
    ],
  },
  nordlicht: {
    showPrices: false,
    hiddenFor: [],
    addresses: [],
    orders: [
      {
        from: HANSEN,
        shop: 'ONLINE_SHOP',
        lines: [{ article: 'LO-920-008675', quantity: 4 }],
        note: 'Wir brauchen ein Angebot für die neue Halle.',
      },
      {
        from: HANSEN,
        shop: 'PRINTER_SHOP',
        lines: [{ printer: 'NL-1', article: 'HP-W2030X', quantity: 2 }],
        outcome: { decision: 'OFFER_MADE', percent: 92, message: 'Unser Angebot für Sie.' },
      },
    ],
    registrations: [],
  },
};
