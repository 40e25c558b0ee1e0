import { type ReactNode, useState } from 'react';
import { useShortcuts } from '../shortcuts';
import { KeyHelp } from './key-help-part';

/** `?` shows on every page what the keys do. */
export function HelpByKey(): ReactNode {
  const [helping, setHelping] = useState(false);
  useShortcuts({ '?': () => setHelping(true) });
  return helping && <KeyHelp onClose={() => setHelping(false)} />;
}
