import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { KeyRing } from '../../../platform/secrets/key-ring';
import type { OpenShop } from '../access/shop-access';
import { isOffer, type ShopKind } from '../shop';
import type { CartLine, CartState } from './cart';

const PURPOSE = 'cart-version';

/** What a contact is shown of a cart. */
export interface ShownCart extends CartState {
  readonly shop: ShopKind;
  readonly contactId: string;
  readonly lines: readonly CartLine[];
  readonly terms: OpenShop['terms'];
}

/** Whether a version stands for the same lines and the same terms. */
export interface CartComparison {
  readonly sameLines: boolean;
  readonly sameTerms: boolean;
}

/**
 * Names what a contact was shown of their cart, so that a submission can say what it is about. A keyed hash: it is the
 * same for the same cart, tells nothing of it, and nobody can try values against it.
 */
@Injectable()
export class CartVersions {
  constructor(private readonly keys: KeyRing) {}

  of(cart: ShownCart): string {
    return textsOf(cart)
      .map((text) => this.keys.sign(PURPOSE, text).toString('base64url'))
      .join('.');
  }

  /** Made with an older key, a version still counts. */
  compare(version: string, cart: ShownCart): CartComparison {
    const [ofLines = '', ofTerms = ''] = version.split('.');
    const [lines, terms] = textsOf(cart);
    return { sameLines: this.isOf(ofLines, lines), sameTerms: this.isOf(ofTerms, terms) };
  }

  private isOf(signature: string, text: string): boolean {
    const given = Buffer.from(signature, 'base64url');
    return this.keys.candidates(PURPOSE, text).some((candidate) => isSame(candidate, given));
  }
}

/** Everything that is shown and would be ordered; of hidden prices nothing is known here. */
function textsOf({ shop, contactId, mode, totals, lines, terms }: ShownCart): readonly [string, string] {
  const whose = [shop, contactId];
  return [
    JSON.stringify([...whose, mode, totals?.netCents, totals?.grossCents, lines.map(shownOf)]),
    JSON.stringify([...whose, terms.url, terms.version]),
  ];
}

function shownOf({ articleId, printerId, quantity, offered }: CartLine): readonly unknown[] {
  const key = [articleId, printerId, quantity];
  if (!isOffer(offered)) return [...key, offered.reason];
  const { number, name, unit, kind, vatRatePermille, netPriceCents, printer } = offered;
  const place = printer && [
    printer.name,
    printer.model,
    printer.location,
    printer.room,
    printer.serialNumber,
  ];
  return [...key, number, name, unit, kind, vatRatePermille, netPriceCents, place];
}

function isSame(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
