import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useAttempt } from '../../api/attempts';
import { api, unwrap } from '../../api/client';
import { submitCartDto as limits } from '../../api/portal-constraints';
import { isProblem } from '../../api/problems';
import { queries } from '../../api/queries';
import { useTexts } from '../../i18n';
import { useCheckoutTexts } from '../../i18n/checkout-texts';
import { useDraft } from '../../session/drafts';
import { useTenant } from '../../session/tenant';
import { refusalOf } from '../../ui/failure';
import { TextArea, TextField } from '../../ui/fields';
import { Skeleton } from '../../ui/feedback';
import { Form, Submit } from '../../ui/form';
import { lazyPart } from '../../ui/lazy-part';
import { useAnnounce } from '../../ui/status';
import type { Values } from '../../ui/values';
import { addressesQuery, type SavedAddress } from '../addresses/queries';
import { AddressFields, addressOf, labelToSave } from './address';
import { allWritten, keep, tellOtherTabs } from './cart';
import type { Refusal } from './changes';
import { type Cart, cartQuery, type Shop } from './queries';
import { useRefreshMe } from './refusal';
import { Terms } from './terms';
import { Totals } from './totals';

const Changes = lazyPart(async () => (await import('./changes')).Changes);

const SUBMISSIONS = {
  ONLINE_SHOP: '/api/v1/portal/online-shop/submissions',
  PRINTER_SHOP: '/api/v1/portal/printer-shop/submissions',
} as const satisfies Record<Shop, string>;

/** What is ordered or asked for, once more with all that goes with it; sent as it was shown, or not at all. */
export function Checkout({ cart }: { readonly cart: Cart }): ReactNode {
  const addresses = useQuery(addressesQuery);
  // Where it goes is chosen for whoever has a usual address, so nothing is sent before that is known.
  if (addresses.isPending) return <Skeleton lines={9} />;
  return <CheckoutForm cart={cart} saved={addresses.data?.items ?? []} />;
}

interface CheckoutProps {
  readonly cart: Cart;
  readonly saved: readonly SavedAddress[];
}

function CheckoutForm({ cart, saved }: CheckoutProps): ReactNode {
  const { shops } = useTexts();
  const texts = useCheckoutTexts();
  const { slug } = useTenant();
  const draft = useDraft(`checkout:${cart.shop}`);
  const attempt = useAttempt();
  const navigate = useNavigate();
  const refreshMe = useRefreshMe();
  const saveAddress = useSaveAddress();
  const announce = useAnnounce();
  const [refused, setRefused] = useState<{ refusal: Refusal; before: Cart['mode'] }>();
  const { mode, shop, terms, totals } = cart;

  const send = async (values: Values): Promise<void> => {
    setRefused(undefined);
    const { version, totals: total } = await allWritten(cart);
    const body = {
      mode,
      cartVersion: version,
      expectedTotalNetCents: mode === 'ORDER' ? total?.netCents : undefined,
      termsVersion: terms.version ?? undefined,
      reference: values.optional('reference'),
      costCentre: values.optional('costCentre'),
      note: values.optional('note'),
      deliveryAddress: addressOf(values, saved),
    };
    try {
      const { id } = await attempt(body, async (header) =>
        unwrap(await api.POST(SUBMISSIONS[shop], { params: { header }, body })),
      );
      // What was said about the cart, e.g. a quantity, is none of the order's page.
      announce('');
      await saveAddress(labelToSave(values), body.deliveryAddress);
      for (const operation of ['listPortalOrders', 'getPortalOverview', 'listPrinterShopAccessories']) {
        void queries.invalidateQueries({ queryKey: [operation] });
      }
      await navigate({ to: '/p/$slug/orders/$id', params: { slug, id }, search: { sent: true } });
      void queries.invalidateQueries(cartQuery(shop));
      tellOtherTabs();
    } catch (error) {
      if (isProblem(error, 409)) {
        const refusal = error.body as Refusal;
        if (refusal.cart) keep(refusal.cart);
        setRefused({ refusal, before: mode });
        // Perhaps prices are hidden now, which other pages have to know as well.
        if (refusal.mode !== mode) await refreshMe();
      } else if (isProblem(error, 404)) {
        await Promise.all([queries.invalidateQueries(cartQuery(shop)), refreshMe()]);
      }
      throw error;
    }
  };
  return (
    <section className="card stack checkout" aria-labelledby="checkout">
      <h2 id="checkout">{texts.title[mode]}</h2>
      {totals && <Totals totals={totals} />}
      <p className="muted small">{shops.sent.text[mode]}</p>
      <Form onSend={send} draft={draft} refusal={refused && <Changes {...refused} />}>
        <TextField name="reference" label={texts.reference} maxLength={limits.reference.maxLength} />
        <TextField name="costCentre" label={texts.costCentre} maxLength={limits.costCentre.maxLength} />
        <TextArea name="note" label={texts.note} maxLength={limits.note.maxLength} />
        <AddressFields saved={saved} draft={draft} />
        <Terms terms={terms} />
        <Submit className="wide">{texts.submit[mode]}</Submit>
      </Form>
    </section>
  );
}

/** Keeps an address for the next time. What it was for has been sent, whatever comes of that. */
function useSaveAddress(): (label?: string, address?: SavedAddress['address']) => Promise<void> {
  const texts = useCheckoutTexts();
  const announce = useAnnounce();
  return async (label, address) => {
    if (label === undefined || !address) return;
    try {
      unwrap(await api.POST('/api/v1/portal/delivery-addresses', { body: { label, address } }));
      void queries.invalidateQueries(addressesQuery);
    } catch (error) {
      announce([texts.addressNotSaved, refusalOf(error)?.detail].filter(Boolean).join(' '));
    }
  };
}
