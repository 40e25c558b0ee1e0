import { IdList } from '../../../platform/http/validation/list-fields';
import { Optional, YesNo } from '../../../platform/http/validation/fields';
import { ActivatePortalAccessDto } from './portal-access.dto';
import type { GivenAccess } from './portal-access.service';

export class GivePortalAccessesDto extends ActivatePortalAccessDto {
  @IdList({ max: 100, description: 'Die Ansprechpartner, auch von mehreren Kunden.' })
  contactIds: string[];

  /** Nur zeigen, was geschähe: Es entsteht kein Zugang und keine Mail. */
  @Optional()
  @YesNo({ example: true })
  dryRun?: boolean;
}

/** Was mit einem Ansprechpartner geschah, oder bei `dryRun` geschähe. */
export class GivenAccessDto {
  contactId: string;
  /**
   * INVITED: erhält Zugang und Mail. SENT_AGAIN: war eingeladen, die Mail kam nicht an und geht neu hinaus. UNCHANGED: hat schon
   * Zugang. EMAIL_MISSING: hat keine E-Mail-Adresse. EMAIL_TAKEN: Mit der Adresse meldet sich schon jemand anderes an.
   * CUSTOMER_ARCHIVED: Sein Kunde ist archiviert. UNKNOWN: Diesen Ansprechpartner gibt es nicht.
   */
  outcome:
    | 'INVITED'
    | 'SENT_AGAIN'
    | 'UNCHANGED'
    | 'EMAIL_MISSING'
    | 'EMAIL_TAKEN'
    | 'CUSTOMER_ARCHIVED'
    | 'UNKNOWN';
  /** Wann seine Mail an der Reihe ist. */
  mailAt: Date | null;
}

export class PortalAccessesDto {
  items: GivenAccessDto[];
}

export function presentGivenAccesses(given: readonly GivenAccess[]): PortalAccessesDto {
  return {
    items: given.map(({ contactId, outcome, mailAt }) => ({ contactId, outcome, mailAt })),
  };
}
