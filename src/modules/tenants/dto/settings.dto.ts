import { BaseAddress } from '../../../platform/http/validation/base-address';
import { TimeZone } from '../../../platform/http/validation/time-zone';
import { CurrentPassword } from '../../../platform/http/fresh-proof';
import {
  Color,
  EmailAddress,
  Nested,
  Nullable,
  OneOf,
  Optional,
  Text,
  WebAddress,
  YesNo,
} from '../../../platform/http/validation/fields';
import { LogoDto } from './logo.dto';
import type { CredentialsMail, TenantSettings } from '../tenant-settings.entity';

/** Schalter eines Shops. */
export class ShopSwitchesDto {
  /** Der Shop steht den Kunden offen. */
  @Optional()
  @YesNo({ example: true })
  enabled?: boolean;

  /** Preise zeigen: Warenkörbe werden Bestellungen; sonst Angebotsanfragen. */
  @Optional()
  @YesNo({ example: true })
  showPrices?: boolean;
}

/** Was sich an den Mandanteneinstellungen ändern soll; was fehlt, bleibt. */
export class UpdateSettingsDto {
  @Optional()
  @Text({ max: 100, example: 'Kundenportal Musterhaus' })
  portalName?: string;

  /** Adresse des Frontends; Links in Mails führen dorthin. Ohne Angabe zur Web-App des Programms selbst. */
  @Nullable()
  @BaseAddress()
  portalUrl?: string | null;

  /** Farbe von Knöpfen und Links, dunkel genug für weiße Schrift. Ohne Angabe die der Web-App. */
  @Nullable()
  @Color()
  accentColor?: string | null;

  @Optional()
  @OneOf(['de', 'en'])
  defaultLanguage?: 'de' | 'en';

  /** Zeitzone, nach der Nummern und Tage gehen; Name aus der IANA-Datenbank. */
  @Optional()
  @TimeZone()
  timeZone?: string;

  /** Absendername der Mails. */
  @Nullable()
  @Text({ max: 100 })
  senderName?: string | null;

  @Nullable()
  @EmailAddress()
  senderAddress?: string | null;

  /** Antworten auf Mails gehen dorthin. */
  @Nullable()
  @EmailAddress()
  replyTo?: string | null;

  /** Impressum. */
  @Nullable()
  @WebAddress()
  imprintUrl?: string | null;

  /** Datenschutzerklärung. */
  @Nullable()
  @WebAddress()
  privacyUrl?: string | null;

  /** AGB. */
  @Nullable()
  @WebAddress()
  termsUrl?: string | null;

  /** Stand der AGB; wird mit jeder Bestellung gespeichert. */
  @Nullable()
  @Text({ max: 50, example: '2026-01' })
  termsVersion?: string | null;

  /** Interessenten dürfen sich selbst registrieren. */
  @Optional()
  @YesNo()
  registrationOpen?: boolean;

  /** Ansprechpartner dürfen Tickets schließen und wieder öffnen. */
  @Optional()
  @YesNo()
  contactsMayCloseTickets?: boolean;

  /** Zugangsdaten als Einmal-Link oder als Initialpasswort. */
  @Optional()
  @OneOf(['LINK', 'INITIAL_PASSWORD'])
  credentialsMail?: CredentialsMail;

  @Optional()
  @Nested(() => ShopSwitchesDto)
  onlineShop?: ShopSwitchesDto;

  @Optional()
  @Nested(() => ShopSwitchesDto)
  printerShop?: ShopSwitchesDto;

  /** Ihr Passwort; nötig nur für andere Werte von portalUrl, senderName, senderAddress und replyTo. */
  @CurrentPassword()
  currentPassword?: string | null;
}

export class ShopSwitchesStateDto {
  enabled: boolean;
  showPrices: boolean;
}

/** Mandanteneinstellungen. */
export class SettingsDto {
  /** Stand; als ETag in If-Match zu senden. */
  version: number;
  portalName: string;
  portalUrl: string | null;
  accentColor: string | null;
  logo: LogoDto | null;
  defaultLanguage: 'de' | 'en';
  /** @example Europe/Berlin */
  timeZone: string;
  senderName: string | null;
  senderAddress: string | null;
  replyTo: string | null;
  imprintUrl: string | null;
  privacyUrl: string | null;
  termsUrl: string | null;
  termsVersion: string | null;
  registrationOpen: boolean;
  contactsMayCloseTickets: boolean;
  credentialsMail: CredentialsMail;
  onlineShop: ShopSwitchesStateDto;
  printerShop: ShopSwitchesStateDto;
}

export function presentSettings(settings: TenantSettings): SettingsDto {
  return {
    version: settings.version,
    portalName: settings.portalName,
    portalUrl: settings.portalUrl,
    accentColor: settings.accentColor,
    logo: settings.logo,
    defaultLanguage: settings.defaultLanguage,
    timeZone: settings.timeZone,
    senderName: settings.senderName,
    senderAddress: settings.senderAddress,
    replyTo: settings.replyTo,
    imprintUrl: settings.imprintUrl,
    privacyUrl: settings.privacyUrl,
    termsUrl: settings.termsUrl,
    termsVersion: settings.termsVersion,
    registrationOpen: settings.registrationOpen,
    contactsMayCloseTickets: settings.contactsMayCloseTickets,
    credentialsMail: settings.credentialsMail,
    onlineShop: { enabled: settings.onlineShopEnabled, showPrices: settings.onlineShopShowPrices },
    printerShop: { enabled: settings.printerShopEnabled, showPrices: settings.printerShopShowPrices },
  };
}
