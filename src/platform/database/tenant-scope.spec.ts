import { tenantCondition, tenantScope } from './tenant-scope';

it('names the tenant in every condition', () => {
  expect(tenantScope('t')).toEqual({ tenantId: 't' });
  expect(tenantCondition('o')).toBe('o.tenant_id = $1::uuid');
  expect(tenantCondition('o', 3)).toBe('o.tenant_id = $3::uuid');
});
