/** Of every login of the demo tenants. Everybody can read it here, so production takes it from nobody. */
export const DEMO_PASSWORD = 'Kundenportal-Demo-2026';
