import { lazyPart } from '../../ui/lazy-part';
import type { KeyHelpProps } from './key-help';

/** Of its own file: it is asked for rarely. */
export const KeyHelp = lazyPart<KeyHelpProps>(async () => (await import('./key-help')).KeyHelp);
