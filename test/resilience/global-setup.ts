import { openFigures } from '../support/figures';

/** Each suite breaks a stack of its own. */
export default function globalSetup(): void {
  openFigures();
}
