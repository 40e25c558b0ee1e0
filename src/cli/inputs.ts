import { EmailAddress, Text } from '../platform/http/validation/fields';

/** What `tenant:create` is given; by the rules that hold for everything that comes in. */
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
