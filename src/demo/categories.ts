/** What the demo tenants sort their tickets by, in this order. */
export interface DemoCategory {
  readonly nameDe: string;
  readonly nameEn: string;
  /** Absent: customers choose it. */
  readonly shownToCustomers?: boolean;
}

export const DEMO_CATEGORIES: Readonly<Record<string, readonly DemoCategory[]>> = {
  musterhaus: [
    { nameDe: 'Störung', nameEn: 'Something is broken' },
    { nameDe: 'Drucken und Scannen', nameEn: 'Printing and scanning' },
    { nameDe: 'Benutzer und Zugänge', nameEn: 'Users and access' },
    { nameDe: 'Neue Geräte und Lizenzen', nameEn: 'New devices and licences' },
    { nameDe: 'Wartung', nameEn: 'Maintenance', shownToCustomers: false },
  ],
  nordlicht: [
    { nameDe: 'Netzwerk', nameEn: 'Network' },
    { nameDe: 'Arbeitsplatz', nameEn: 'Workplace' },
  ],
};
