import { Nested, OneOf, Optional, YesNo } from '../../../platform/http/validation/fields';

/** Für welchen Mandanten. */
export class MyTenantDto {
  /** @example musterhaus */
  slug: string;
  /** @example Musterhaus IT */
  name: string;
}

/** Eine Firma, für die jemand handelt. */
export class MyCompanyDto {
  id: string;
  name: string;
  /** Kundennummer. */
  number: string;
}

/** Ein Shop, der offen ist. */
export class MyShopDto {
  open: boolean;
  /** Was aus einem Warenkorb wird. */
  mode: 'ORDER' | 'QUOTE_REQUEST';
  pricesVisible: boolean;
}

export class MyShopsDto {
  /** Null: geschlossen. */
  onlineShop: MyShopDto | null;
  /** Null: geschlossen. */
  printerShop: MyShopDto | null;
}

/** Wann ein Mitarbeiter per Mail von seiner Arbeit erfährt; nie von dem, was er selbst tut. */
export class WorkMailsDto {
  /** Neue Tickets, die niemand hat, und was Kunden zu solchen schreiben. */
  unassignedTickets: 'AT_ONCE' | 'DAILY' | 'NEVER';
  /** Antworten zu Tickets, die einem zugewiesen sind, und neue Zuweisungen. */
  myTickets: 'AT_ONCE' | 'DAILY' | 'NEVER';
  /** Was neu im Postkorb liegt. */
  inbox: 'AT_ONCE' | 'DAILY' | 'NEVER';
}

/** Was sich daran ändern soll; was fehlt, bleibt. */
export class UpdateWorkMailsDto {
  /** Neue Tickets, die niemand hat, und was Kunden zu solchen schreiben. */
  @Optional()
  @OneOf(['AT_ONCE', 'DAILY', 'NEVER'], { example: 'DAILY' })
  unassignedTickets?: 'AT_ONCE' | 'DAILY' | 'NEVER';

  /** Antworten zu Tickets, die einem zugewiesen sind, und neue Zuweisungen. */
  @Optional()
  @OneOf(['AT_ONCE', 'DAILY', 'NEVER'], { example: 'AT_ONCE' })
  myTickets?: 'AT_ONCE' | 'DAILY' | 'NEVER';

  /** Was neu im Postkorb liegt. */
  @Optional()
  @OneOf(['AT_ONCE', 'DAILY', 'NEVER'], { example: 'DAILY' })
  inbox?: 'AT_ONCE' | 'DAILY' | 'NEVER';
}

/** Wer angemeldet ist, für wen, und was diese Person darf. */
export class MeDto {
  id: string;
  tenantId: string;
  tenant: MyTenantDto;
  name: string;
  /** Der Benutzername. */
  email: string;
  /** Eigene Sprache, sonst die des Mandanten. */
  language: 'de' | 'en';
  kind: 'STAFF' | 'CONTACT';
  role: 'ADMIN' | 'AGENT' | 'MAIN_USER' | 'USER';
  /** Nur bei Ansprechpartnern: ihr Kunde. */
  customerId?: string;
  /** Firmen, für die diese Person handelt; bei Mitarbeitern keine. */
  companies: MyCompanyDto[];
  /** Was eine Oberfläche anbieten kann; danach fragt sie, nicht nach der Rolle. */
  capabilities: (
    | 'TICKETS_OF_COMPANY'
    | 'ORDERS_OF_COMPANY'
    | 'CLOSE_TICKETS'
    | 'ANSWER_OFFERS'
    | 'ORDER'
    | 'ONLINE_SHOP'
    | 'PRINTER_SHOP'
    | 'DEVICES'
    | 'EXPORT'
    | 'ADMINISTRATION'
  )[];
  shops: MyShopsDto;
  /** Nur bei Ansprechpartnern: ob sie Mails zu Tickets erhalten. */
  ticketMails?: boolean;
  /** Nur bei Hauptbenutzern: Mails nur zum Eigenen, auch zu Wichtigem der Kollegen (Status und Angebote) oder zu allem der Firma. */
  companyMails?: 'MINE' | 'IMPORTANT' | 'ALL';
  /** Nur bei Mitarbeitern. Sofort heißt: gesammelt binnen weniger Minuten; täglich: morgens um 7 Uhr. */
  workMails?: WorkMailsDto;
  passwordChangeRequired: boolean;
}

/** Was sich ändern soll; was fehlt, bleibt. */
export class UpdateMeDto {
  /** Sprache der Oberfläche und der Mails. */
  @Optional()
  @OneOf(['de', 'en'], { example: 'de' })
  language?: 'de' | 'en';

  /** Mails zu Tickets; nur für Ansprechpartner. */
  @Optional()
  @YesNo({ example: true })
  ticketMails?: boolean;

  /** Mails zum Eigenen, auch zu Wichtigem der Kollegen oder zu allem der Firma; nur für Hauptbenutzer. */
  @Optional()
  @OneOf(['MINE', 'IMPORTANT', 'ALL'], { example: 'IMPORTANT' })
  companyMails?: 'MINE' | 'IMPORTANT' | 'ALL';

  /** Mails zur Arbeit; nur für Mitarbeiter. */
  @Optional()
  @Nested(() => UpdateWorkMailsDto)
  workMails?: UpdateWorkMailsDto;
}
