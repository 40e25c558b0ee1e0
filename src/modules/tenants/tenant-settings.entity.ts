import { Check, Column, Entity } from 'typeorm';
import type { Language } from '../../platform/context/context';
import { Versioned } from '../../platform/database';

export type CredentialsMail = 'LINK' | 'INITIAL_PASSWORD';

/** What is known of a tenant's logo without reading it. */
export interface Logo {
  /** Another picture has another one. */
  readonly version: string;
  readonly width: number;
  readonly height: number;
}

/** Mandanteneinstellungen: one row a tenant; its id is the tenant's. */
@Entity('tenant_settings')
@Check('tenant_settings_language', `default_language IN ('de', 'en')`)
@Check('tenant_settings_time_zone', `(timestamptz '2026-01-01' AT TIME ZONE time_zone) IS NOT NULL`)
@Check('tenant_settings_accent_color', `accent_color ~ '^#[0-9a-f]{6}$'`)
@Check('tenant_settings_credentials_mail', `credentials_mail IN ('LINK', 'INITIAL_PASSWORD')`)
export class TenantSettings extends Versioned {
  @Column('text', { name: 'portal_name' })
  portalName: string;

  /** Where the customers' frontend is; links in mails lead there. Null: to the program's own web app. */
  @Column('text', { name: 'portal_url', nullable: true })
  portalUrl: string | null;

  /** Of buttons and links, e.g. `#0f5e6e`. Null: that of the web app. */
  @Column('text', { name: 'accent_color', nullable: true })
  accentColor: string | null;

  @Column('jsonb', { nullable: true })
  logo: Logo | null;

  @Column('text', { name: 'default_language', default: 'de' })
  defaultLanguage: Language;

  /** By its clocks numbers and days go; a name of the IANA time zone database. */
  @Column('text', { name: 'time_zone', default: 'Europe/Berlin' })
  timeZone: string;

  @Column('text', { name: 'sender_name', nullable: true })
  senderName: string | null;

  @Column('text', { name: 'sender_address', nullable: true })
  senderAddress: string | null;

  @Column('text', { name: 'reply_to', nullable: true })
  replyTo: string | null;

  @Column('text', { name: 'imprint_url', nullable: true })
  imprintUrl: string | null;

  @Column('text', { name: 'privacy_url', nullable: true })
  privacyUrl: string | null;

  @Column('text', { name: 'terms_url', nullable: true })
  termsUrl: string | null;

  @Column('text', { name: 'terms_version', nullable: true })
  termsVersion: string | null;

  @Column('boolean', { name: 'registration_open', default: true })
  registrationOpen: boolean;

  @Column('boolean', { name: 'contacts_may_close_tickets', default: true })
  contactsMayCloseTickets: boolean;

  @Column('text', { name: 'credentials_mail', default: 'LINK' })
  credentialsMail: CredentialsMail;

  @Column('boolean', { name: 'online_shop_enabled', default: false })
  onlineShopEnabled: boolean;

  @Column('boolean', { name: 'online_shop_show_prices', default: false })
  onlineShopShowPrices: boolean;

  @Column('boolean', { name: 'printer_shop_enabled', default: false })
  printerShopEnabled: boolean;

  @Column('boolean', { name: 'printer_shop_show_prices', default: false })
  printerShopShowPrices: boolean;
}
