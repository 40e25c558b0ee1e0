import { beginFor, sendScopeApart, tenantCondition } from './tenant-scope';

const TENANT = '01a228ef-c4fa-7459-8120-9cf37ee7f7be';

it('names the tenant in every condition', () => {
  expect(tenantCondition('o')).toBe('o.tenant_id = $1::uuid');
  expect(tenantCondition('o', 3)).toBe('o.tenant_id = $3::uuid');
});

it('begins a transaction and scopes it in one message, on a distributed database in two', () => {
  expect(beginFor(TENANT)).toEqual([`BEGIN; SET LOCAL app.tenant_id = '${TENANT}'`]);
  sendScopeApart();
  expect(beginFor(TENANT)).toEqual(['BEGIN', `SET LOCAL app.tenant_id = '${TENANT}'`]);
});

it('takes nothing but an id into the text', () => {
  expect(() => beginFor(`${TENANT}'; DROP TABLE tenants; --`)).toThrow('UUID');
});
