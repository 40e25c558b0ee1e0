/** Where the goods are wanted. */
export interface SentAddress {
  readonly company?: string;
  readonly name?: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
}

export interface SentPrinter {
  readonly id: string;
  readonly name: string;
  readonly model: string | null;
  readonly location: string | null;
  readonly room: string | null;
  readonly serialNumber: string | null;
}

export interface SentLine {
  /** For naming the line in an offer. */
  readonly lineId: string;
  readonly articleId: string;
  readonly number: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: string | null;
  readonly quantity: number;
  readonly vatRatePercent: number;
  readonly printer: SentPrinter | null;
  /** What the customer was shown; absent in quote requests. */
  readonly netPriceCents?: number;
  readonly lineNetCents?: number;
}

/** An order or quote request as it was submitted. */
export interface SentOrder {
  readonly number: string;
  readonly shop: 'ONLINE_SHOP' | 'PRINTER_SHOP';
  readonly reference: string | null;
  readonly costCentre: string | null;
  readonly note: string | null;
  readonly deliveryAddress: SentAddress | null;
  readonly currency?: string;
  readonly totalNetCents?: number;
  readonly totalGrossCents?: number;
  readonly lines: readonly SentLine[];
  /** Of an order that came from an offer: the number of the quote request. */
  readonly quoteRequestNumber?: string;
}

/** A registration as it was typed. */
export interface SentRegistration {
  readonly company: string;
  readonly firstName: string | null;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string | null;
  readonly message: string | null;
  readonly language: 'de' | 'en' | null;
}

export type InboxPayload =
  | { readonly order: SentOrder; readonly registration?: undefined }
  | { readonly registration: SentRegistration; readonly order?: undefined };
