import { defineError, type ErrorFactory } from '../../platform/errors';

/** The same for an unknown tenant, an unknown address, a wrong password and an account that may not log in. */
export const loginFailed = defineError('unauthenticated', 'auth.login-failed', {
  de: 'Die Anmeldung ist mit diesen Angaben nicht möglich.',
  en: 'You cannot log in with these details.',
});
export const refreshFailed = defineError('unauthenticated', 'auth.refresh-failed', {
  de: 'Ihre Sitzung ist beendet. Bitte melden Sie sich neu an.',
  en: 'Your session has ended. Please log in again.',
});
export const passwordChangeRequired = defineError('forbidden', 'auth.password-change-required', {
  de: 'Bitte ändern Sie zuerst Ihr Initialpasswort.',
  en: 'Please change your initial password first.',
});
export const passwordUnchanged = defineError('rule', 'auth.password-unchanged', {
  de: 'Das neue Passwort ist das bisherige. Bitte wählen Sie ein anderes.',
  en: 'The new password is the current one. Please choose another.',
});
export const passwordLength = defineError('rule', 'auth.password-length', {
  de: 'Ein Passwort hat {min} bis 256 Zeichen.',
  en: 'A password has {min} to 256 characters.',
});
const BETTER = {
  de: 'Länger ist besser: Mehrere Wörter hintereinander, die nichts miteinander zu tun haben, sind ein guter Anfang.',
  en: 'Longer is better: several words in a row that have nothing to do with each other are a good start.',
};
const weakBecause = (de: string, en: string): ErrorFactory =>
  defineError('rule', 'auth.password-weak', {
    de: `Dieses Passwort ist zu leicht zu erraten: ${de} ${BETTER.de}`,
    en: `This password is too easy to guess: ${en} ${BETTER.en}`,
  });
/** By the reason. */
export const passwordWeak = {
  PUBLIC: defineError('rule', 'auth.password-weak', {
    de: 'Dieses Passwort steht in der Anleitung des Programms, jeder kann es dort lesen. Bitte wählen Sie ein anderes.',
    en: 'This password is printed in the documentation of the program, where everybody can read it. Please choose another.',
  }),
  OWN_WORDS: weakBecause(
    'Es besteht vor allem aus dem, was andere zuerst versuchen: Ihrem Namen, Ihrer Adresse, Ihrer Firma oder dem Namen des Portals.',
    'it is mostly made of what others try first: your name, your address, your company or the name of the portal.',
  ),
  KEYS: weakBecause('Es folgt den Tasten der Tastatur.', 'it follows the keys of the keyboard.'),
  PATTERN: weakBecause(
    'Es wiederholt sich, zählt weiter, ist ein Datum oder hat zu wenig verschiedene Zeichen.',
    'it repeats itself, counts up, is a date or has too few different characters.',
  ),
  WORDS: weakBecause(
    'Es besteht aus zu wenigen Wörtern, die häufig sind, auch mit Jahreszahl, Ziffern oder Ausrufezeichen.',
    'it is made of too few words that are common, also with a year, figures or an exclamation mark.',
  ),
};
export const tokenInvalid = defineError('rule', 'auth.token-invalid', {
  de: 'Dieser Link ist ungültig, abgelaufen oder schon benutzt. Bitte fordern Sie einen neuen an.',
  en: 'This link is invalid, expired or already used. Please request a new one.',
});
/** Told only to who has the link. */
export const passwordSetAlready = defineError('rule', 'auth.password-set-already', {
  de: 'Mit diesem Link wurde schon ein Passwort festgelegt. Sie können sich damit anmelden. Wissen Sie es nicht mehr, oder waren das nicht Sie, fordern Sie bitte einen neuen Link an.',
  en: 'A password has already been set with this link. You can log in with it. If you do not remember it, or if that was not you, please request a new link.',
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
