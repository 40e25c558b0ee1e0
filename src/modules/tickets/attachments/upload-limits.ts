import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config';
import { CONFIG } from '../../../config/config.module';

/** Of one ticket; counted for each side. */
export const MAX_ATTACHMENTS = 50;
/** Named in one ticket or comment. */
export const MAX_UPLOADS_NAMED = 20;

/** What a page has to know before somebody chooses files. */
@Injectable()
export class UploadLimits {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  current(): { maxBytes: number; maxPerTicket: number; maxPerMessage: number } {
    return {
      maxBytes: this.config.limits.attachment,
      maxPerTicket: MAX_ATTACHMENTS,
      maxPerMessage: MAX_UPLOADS_NAMED,
    };
  }
}
