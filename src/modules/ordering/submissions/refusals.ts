import type { DomainError, ErrorFactory } from '../../../platform/errors';
import type { Objection } from '../carts/cart';
import type { Cart } from '../carts/cart-contents';
import {
  cartChanged,
  cartEmpty,
  cartVersionMissing,
  linesChanged,
  modeChanged,
  termsChanged,
  totalChanged,
  totalNotExpected,
} from '../ordering.errors';
import { presentConflict } from './submission-problem.dto';

const REFUSALS: Readonly<Record<Objection, ErrorFactory>> = {
  EMPTY: cartEmpty,
  LINES_CHANGED: linesChanged,
  MODE_CHANGED: modeChanged,
  TOTAL_CHANGED: totalChanged,
  CART_CHANGED: cartChanged,
  TERMS_CHANGED: termsChanged,
};

/** Every way in which a submission is refused; for the documentation of the shops. */
export const SUBMISSION_ERRORS: readonly ErrorFactory[] = [
  ...Object.values(REFUSALS),
  cartVersionMissing,
  totalNotExpected,
];

/** Says what has changed, and how the cart is now. */
export function refusalOf(objection: Objection, cart: Cart): DomainError {
  return REFUSALS[objection]({ extensions: { ...presentConflict(cart) } });
}
