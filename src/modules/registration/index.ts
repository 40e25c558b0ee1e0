export { type Acceptance, RegistrationsService } from './decisions/registrations.service';
export type { RegistrationView } from './decisions/registration-view';
export {
  registrationConfirmed,
  registrationForgotten,
  registrationRepeated,
  registrationRequested,
} from './events/registration.events';
export { type ContactMatch, type CustomerMatch, RegistrationMatches } from './matches/registration-matches';
export { RegistrationRequestsService } from './requests/registration-requests.service';
export { RegistrationHousekeeping } from './registration-housekeeping';
export { RegistrationModule } from './registration.module';
export {
  addressTaken,
  contactAddressDiffers,
  contactUnknown,
  customerChoice,
  customerUnknown,
  registrationDecided,
  registrationUnverified,
  roleMissing,
} from './registration.errors';
