import type { PortalRole, StaffRole } from '../platform/context/actor';

export interface DemoStaff {
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
}

export interface DemoContact {
  readonly firstName: string;
  readonly lastName: string;
  readonly email?: string;
  readonly position: string;
  /** Without a role there is no access yet: for trying out how it is given. */
  readonly role?: PortalRole;
}

export interface DemoCustomer {
  readonly name: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly contacts: readonly DemoContact[];
}

interface DemoSettings {
  readonly replyTo: string;
  readonly imprintUrl: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
  readonly termsVersion: string;
  readonly accentColor?: string;
}

export interface DemoTenant {
  readonly slug: string;
  readonly name: string;
  readonly settings: DemoSettings;
  readonly staff: readonly DemoStaff[];
  readonly customers: readonly DemoCustomer[];
}

export const DEMO_TENANTS: readonly DemoTenant[] = [
  {
    slug: 'musterhaus',
    name: 'Musterhaus IT-Systeme',
    settings: settingsOf('musterhaus'),
    staff: [
      { name: 'Andrea Berger', email: 'admin@musterhaus.example', role: 'ADMIN' },
      { name: 'Tobias Kern', email: 'agent@musterhaus.example', role: 'AGENT' },
    ],
    customers: [
      {
        name: 'Müller & Söhne GmbH',
        street: 'Hafenstraße 12',
        postalCode: '50667',
        city: 'Köln',
        contacts: [
          {
            firstName: 'Petra',
            lastName: 'Müller',
            email: 'petra.mueller@mueller-soehne.example',
            position: 'Geschäftsführung',
            role: 'MAIN_USER',
          },
          {
            firstName: 'Jonas',
            lastName: 'Weber',
            email: 'jonas.weber@mueller-soehne.example',
            position: 'Einkauf',
            role: 'USER',
          },
          {
            firstName: 'Sabine',
            lastName: 'Krüger',
            email: 'sabine.krueger@mueller-soehne.example',
            position: 'Buchhaltung',
          },
          { firstName: 'Uwe', lastName: 'Lager', position: 'Lager, ohne E-Mail-Adresse' },
        ],
      },
      {
        name: 'Praxis Dr. Özdemir',
        street: 'Lindenallee 3',
        postalCode: '53111',
        city: 'Bonn',
        contacts: [
          {
            firstName: 'Elif',
            lastName: 'Özdemir',
            email: 'elif.oezdemir@praxis-oezdemir.example',
            position: 'Ärztin',
            role: 'USER',
          },
        ],
      },
      {
        name: 'Straßenbau Meyer KG',
        street: 'Industrieweg 44',
        postalCode: '51149',
        city: 'Köln-Gremberghoven',
        contacts: [
          {
            firstName: 'Hannes',
            lastName: 'Meyer',
            email: 'hannes.meyer@strassenbau-meyer.example',
            position: 'Bauleitung',
          },
        ],
      },
    ],
  },
  {
    slug: 'nordlicht',
    name: 'Nordlicht Datentechnik',
    settings: { ...settingsOf('nordlicht'), accentColor: '#5b2a86' },
    staff: [{ name: 'Inga Petersen', email: 'admin@nordlicht.example', role: 'ADMIN' }],
    customers: [
      {
        name: 'Werft Hansen AG',
        street: 'Am Kai 1',
        postalCode: '24103',
        city: 'Kiel',
        contacts: [
          {
            firstName: 'Lars',
            lastName: 'Hansen',
            email: 'lars.hansen@werft-hansen.example',
            position: 'Vorstand',
            role: 'MAIN_USER',
          },
        ],
      },
    ],
  },
];

/** What stands in the footer of mails and before the login. */
function settingsOf(slug: string): DemoSettings {
  const site = `https://www.${slug}.example`;
  return {
    replyTo: `service@${slug}.example`,
    imprintUrl: `${site}/impressum`,
    privacyUrl: `${site}/datenschutz`,
    termsUrl: `${site}/agb`,
    termsVersion: '2026-01',
  };
}
