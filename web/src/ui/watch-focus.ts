import { keepFocus } from './keep-focus';
import { keepMessagesAside } from './message-place';

/** From now on, nobody loses the focus, nor sight of it. */
export function watchFocus(): void {
  keepFocus();
  keepMessagesAside();
}
