/** The pages of the administration, as its navigation and the search name them. */
export const ADMIN_PLACES = [
  { name: 'settings', to: '/staff/$slug/settings' },
  { name: 'brand', to: '/staff/$slug/brand' },
  { name: 'categories', to: '/staff/$slug/categories' },
  { name: 'replies', to: '/staff/$slug/canned-replies' },
  { name: 'users', to: '/staff/$slug/users' },
  { name: 'audit', to: '/staff/$slug/audit' },
  { name: 'mails', to: '/staff/$slug/mails' },
  { name: 'firstSteps', to: '/staff/$slug/first-steps' },
] as const;
