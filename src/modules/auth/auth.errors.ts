import { defineError } from '../../platform/errors';

/** The same for an unknown tenant, an unknown address, a wrong password and an account that may not log in. */
export const loginFailed = defineError('unauthenticated', 'auth.login-failed', {
  de: 'Die Anmeldung ist mit diesen Angaben nicht möglich.',
  en: 'These details do not allow a login.',
});
export const refreshFailed = defineError('unauthenticated', 'auth.refresh-failed', {
  de: 'Ihre Sitzung ist beendet. Bitte melden Sie sich neu an.',
  en: 'Your session has ended. Please log in again.',
});
export const passwordChangeRequired = defineError('forbidden', 'auth.password-change-required', {
  de: 'Bitte ändern Sie zuerst Ihr Initialpasswort.',
  en: 'Please change your initial password first.',
});
export const currentPasswordWrong = defineError('rule', 'auth.current-password-wrong', {
  de: 'Das bisherige Passwort stimmt nicht.',
  en: 'The current password is wrong.',
});
export const passwordUnchanged = defineError('rule', 'auth.password-unchanged', {
  de: 'Das neue Passwort ist das bisherige. Bitte wählen Sie ein anderes.',
  en: 'The new password is the current one. Please choose another.',
});
export const passwordLength = defineError('rule', 'auth.password-length', {
  de: 'Ein Passwort hat {min} bis 256 Zeichen.',
  en: 'A password has {min} to 256 characters.',
});
export const passwordWeak = defineError('rule', 'auth.password-weak', {
  de: 'Dieses Passwort ist zu leicht zu erraten. Länger ist besser: Mehrere Wörter hintereinander sind ein guter Anfang.',
  en: 'This password is too easy to guess. Longer is better: several words in a row are a good start.',
});
export const tokenInvalid = defineError('rule', 'auth.token-invalid', {
  de: 'Dieser Link ist ungültig, abgelaufen oder schon benutzt. Bitte fordern Sie einen neuen an.',
  en: 'This link is invalid, expired or used already. Please ask for a new one.',
});
export const sessionUnknown = defineError('rule', 'auth.session-unknown', {
  de: 'Diese Sitzung gibt es nicht, oder sie ist schon beendet.',
  en: 'There is no such session, or it has ended already.',
});
export const emailTaken = defineError('conflict', 'auth.email-taken', {
  de: 'Diese E-Mail-Adresse gehört schon zu einem anderen Zugang.',
  en: 'This e-mail address belongs to another access already.',
});
export const notInvited = defineError('conflict', 'auth.not-invited', {
  de: 'Zugangsdaten können nur gesendet werden, solange die Einladung offen ist.',
  en: 'Credentials can be sent only while the invitation is open.',
});
export const busy = defineError('tooMany', 'auth.busy', {
  de: 'Gerade melden sich sehr viele Personen an. Bitte versuchen Sie es gleich noch einmal.',
  en: 'Very many people are logging in right now. Please try again in a moment.',
});
