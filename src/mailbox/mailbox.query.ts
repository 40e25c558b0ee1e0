import { Optional, Text } from '../platform/http/validation/fields';

export class MailboxQuery {
  /** Part of the recipient's address. */
  @Optional()
  @Text({ max: 254 })
  to?: string;
}
