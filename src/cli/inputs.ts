import type { StaffRole } from '../platform/context/actor';
import { EmailAddress, OneOf, Optional, Text } from '../platform/http/validation/fields';

/** What commands are given; by the rules that hold for everything that comes in. */

export class CreateTenantOptions {
  @Text({ max: 63 })
  slug: string;

  @Text({ max: 100 })
  name: string;

  @Text({ max: 120 })
  'admin-name': string;

  @EmailAddress()
  'admin-email': string;
}

export class InviteStaffOptions {
  @Text({ max: 63 })
  slug: string;

  @Text({ max: 120 })
  name: string;

  @EmailAddress()
  email: string;

  @Optional()
  @OneOf(['ADMIN', 'AGENT'])
  role?: StaffRole;
}

export class RecoverTenantOptions {
  @Text({ max: 63 })
  slug: string;

  @EmailAddress()
  email: string;

  @Optional()
  @Text({ max: 120 })
  name?: string;
}
