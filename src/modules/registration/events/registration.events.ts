import { defineEvent } from '../../../platform/events/domain-event';

export const registrationRequested = defineEvent<{ readonly registrationId: string }>(
  'registration.requested',
);

/** The same address was registered again while the first request waits; of the values, those that differ. */
export const registrationRepeated = defineEvent<{
  readonly registrationId: string;
  /** How often by now. */
  readonly repeats: number;
  readonly company?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly phone?: string;
  readonly message?: string;
}>('registration.repeated');

/** The address proved to be the person's. */
export const registrationConfirmed = defineEvent<{ readonly registrationId: string }>(
  'registration.confirmed',
);

/** It was decided, or never confirmed, so long ago that it holds no personal data any more; nobody else may, either. */
export const registrationForgotten = defineEvent<{ readonly registrationId: string }>(
  'registration.forgotten',
);
