import { Optional, Text } from '../http/validation/fields';

export class MailboxQuery {
  /** Part of the recipient's address. */
  @Optional()
  @Text({ max: 254 })
  to?: string;
}
