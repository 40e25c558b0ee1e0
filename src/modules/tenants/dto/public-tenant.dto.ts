import type { Language } from '../../../platform/context/context';
import type { LogoDto } from './logo.dto';
import type { PublicTenant } from '../tenants.service';

/** What anybody may know of a tenant. */
export class PublicTenantDto {
  /** @example musterhaus */
  slug: string;
  /** @example Musterhaus IT */
  name: string;
  portalName: string;
  /** Farbe von Knöpfen und Links, wenn der Mandant eine gewählt hat. @example #0f5e6e */
  accentColor?: string;
  /** Wenn es eines gibt. */
  logo?: LogoDto;
  /** @example de */
  defaultLanguage: string;
  /** @example ["de","en"] */
  languages: string[];
  imprintUrl?: string;
  privacyUrl?: string;
  termsUrl?: string;
  registrationOpen: boolean;
}

const LANGUAGES: readonly Language[] = ['de', 'en'];

export function presentPublicTenant({ tenant, settings }: PublicTenant): PublicTenantDto {
  return {
    slug: tenant.slug,
    name: tenant.name,
    portalName: settings.portalName,
    accentColor: settings.accentColor ?? undefined,
    logo: settings.logo ?? undefined,
    defaultLanguage: settings.defaultLanguage,
    languages: [...LANGUAGES],
    imprintUrl: settings.imprintUrl ?? undefined,
    privacyUrl: settings.privacyUrl ?? undefined,
    termsUrl: settings.termsUrl ?? undefined,
    registrationOpen: settings.registrationOpen,
  };
}
