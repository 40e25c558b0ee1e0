import { useState } from 'react';

/**
 * What was refused, and how to set that.
 * @param about what a refusal may be about, as it is known by now: once that is another, the refusal is over
 */
export function useRefusal(about?: () => unknown): readonly [text: string, refuse: (text: string) => void] {
  const [refusal, setRefusal] = useState<{ text: string; about: unknown }>({ text: '', about: undefined });
  return [refusal.about === about?.() ? refusal.text : '', (text) => setRefusal({ text, about: about?.() })];
}
