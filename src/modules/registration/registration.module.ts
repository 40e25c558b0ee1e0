import { Module } from '@nestjs/common';
import { tenantRepositories } from '../../platform/database';
import { AuthModule } from '../auth';
import { ContactsModule } from '../contacts';
import { TenantsModule } from '../tenants';
import { ConfirmationLinks } from './confirmations/confirmation-links';
import { RegistrationParties } from './decisions/registration-parties';
import { RegistrationsService } from './decisions/registrations.service';
import { RegistrationMailComposer } from './mails/registration-mail-composer';
import { RegistrationMatches } from './matches/registration-matches';
import { RegistrationHousekeeping } from './registration-housekeeping';
import { Registration } from './registration.entity';
import { PendingRegistrations } from './requests/pending-registrations';
import { PublicRegistrationsController } from './requests/public-registrations.controller';
import { RegistrationRequestsService } from './requests/registration-requests.service';

@Module({
  imports: [TenantsModule, AuthModule, ContactsModule],
  controllers: [PublicRegistrationsController],
  providers: [
    ...tenantRepositories(Registration),
    RegistrationRequestsService,
    PendingRegistrations,
    ConfirmationLinks,
    RegistrationMailComposer,
    RegistrationMatches,
    RegistrationParties,
    RegistrationsService,
    RegistrationHousekeeping,
  ],
  exports: [RegistrationHousekeeping, RegistrationsService, RegistrationMatches, RegistrationRequestsService],
})
export class RegistrationModule {}
