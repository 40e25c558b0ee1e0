import { Check, Column, Entity } from 'typeorm';
import type { Language } from '../../platform/context/context';
import { Versioned } from '../../platform/database/tenant-owned.entity';

/** Mandanteneinstellungen: one row a tenant; its id is the tenant's. */
@Entity('tenant_settings')
@Check('tenant_settings_language', `default_language IN ('de', 'en')`)
export class TenantSettings extends Versioned {
  @Column('text', { name: 'portal_name' })
  portalName: string;

  @Column('text', { name: 'default_language', default: 'de' })
  defaultLanguage: Language;

  @Column('text', { name: 'imprint_url', nullable: true })
  imprintUrl: string | null;

  @Column('text', { name: 'privacy_url', nullable: true })
  privacyUrl: string | null;

  @Column('text', { name: 'terms_url', nullable: true })
  termsUrl: string | null;

  @Column('boolean', { name: 'registration_open', default: true })
  registrationOpen: boolean;
}
