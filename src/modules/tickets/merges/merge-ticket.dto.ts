import { WholeNumber } from '../../../platform/http/validation/fields';

export class MergeTicketDto {
  /** Der gelesene Stand des Tickets, das im anderen weitergeht. */
  @WholeNumber(1, 999_999_999, { example: 1 })
  version: number;
}
