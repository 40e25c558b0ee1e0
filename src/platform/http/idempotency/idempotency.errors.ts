import { defineError } from '../../errors';

export const keyInUse = defineError('conflict', 'idempotency-key.in-use', {
  de: 'Die erste Anfrage mit diesem Schlüssel läuft noch.',
  en: 'The first request with this key is still running.',
});
export const keyReused = defineError('rule', 'idempotency-key.reused', {
  de: 'Dieser Schlüssel wurde schon für eine andere Anfrage verwendet.',
  en: 'This key has been used for another request already.',
});
export const keyInvalid = defineError('rule', 'idempotency-key.invalid', {
  de: 'Der Idempotency-Key besteht aus 1 bis 255 druckbaren Zeichen.',
  en: 'An Idempotency-Key consists of 1 to 255 printable characters.',
});
