import { tenantCondition } from './tenant-scope';

it('names the tenant in every condition', () => {
  expect(tenantCondition('o')).toBe('o.tenant_id = $1::uuid');
  expect(tenantCondition('o', 3)).toBe('o.tenant_id = $3::uuid');
});
