import type { Actor } from '../../../platform/context/actor';
import { runInContext } from '../../../platform/context/context';
import { ShopAccess } from './shop-access';
import type { ShopSwitches } from './shop-access.policy';
import type { ShopSwitchesReader } from './shop-switches.reader';

const person = {
  id: 'p',
  tenantId: 't',
  name: 'P',
  sessionId: 's',
  writes: 0,
  passwordChangeRequired: false,
};
const contact: Actor = { ...person, kind: 'CONTACT', role: 'USER', customerId: 'c' };
const agent: Actor = { ...person, kind: 'STAFF', role: 'ADMIN' };
const terms = { url: 'https://example.org/agb', version: '2026-01' };

/** What the online shop is to somebody whose tenant has these switches; the printer shop has the opposite ones. */
function opened(
  actor: Actor,
  tenant: ShopSwitches,
  by = (access: ShopAccess): Promise<unknown> => access.open('ONLINE_SHOP'),
): Promise<unknown> {
  const opposite = { enabled: !tenant.enabled, showPrices: !tenant.showPrices };
  const of: ShopSwitchesReader['of'] = async (customerId) => ({
    version: 0,
    terms,
    of: (kind) => ({
      tenant: kind === 'ONLINE_SHOP' ? tenant : opposite,
      customer: { enabled: customerId === 'c' ? 'INHERIT' : 'OFF', showPrices: 'INHERIT' },
    }),
  });
  const access = new ShopAccess({ of } as ShopSwitchesReader);
  return runInContext({ correlationId: '', language: 'de', actor }, () => by(access)).catch(
    (error: unknown) => (error as Error).message,
  );
}

it('opens a shop to a contact as their company’s switches say', async () => {
  expect(await opened(contact, { enabled: true, showPrices: true })).toEqual({
    showPrices: true,
    terms,
    customerId: 'c',
    contactId: 'p',
  });
  expect(await opened(contact, { enabled: true, showPrices: false })).toMatchObject({ showPrices: false });
});

it('hides a closed shop', async () => {
  expect(await opened(contact, { enabled: false, showPrices: true })).toBe('not-found');
});

it('is for contacts only', async () => {
  expect(await opened(agent, { enabled: true, showPrices: true })).toBe('Only contacts may do this.');
});

it('reads beside the switches what only an open shop gives away', async () => {
  const whileRead = (access: ShopAccess): Promise<unknown> =>
    access.openInParallelWith('ONLINE_SHOP', async ({ id, customerId }) => `read for ${id} of ${customerId}`);
  expect(await opened(contact, { enabled: true, showPrices: true }, whileRead)).toEqual([
    { showPrices: true, terms, customerId: 'c', contactId: 'p' },
    'read for p of c',
  ]);
  expect(await opened(contact, { enabled: false, showPrices: true }, whileRead)).toBe('not-found');
  expect(await opened(agent, { enabled: true, showPrices: true }, whileRead)).toBe(
    'Only contacts may do this.',
  );
});
