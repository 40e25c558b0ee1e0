import type { Config } from '../config/config';
import { DEMO_PASSWORD } from '../config/demo-password';
import { DEMO_TENANTS } from './people';

const ROLES = {
  ADMIN: 'Administrator',
  AGENT: 'Agent',
  MAIN_USER: 'Hauptbenutzer',
  USER: 'Benutzer',
} as const;

/** What somebody needs who starts the portal for the first time; the first line is where it is. */
export function banner(config: Config): string {
  const addresses = [
    `  Portal       ${config.publicUrl}${config.demoData ? `/p/${DEMO_TENANTS[0]?.slug}` : '/'}`,
    ...(config.demoData ? [`  Workplace    ${config.publicUrl}/staff/${DEMO_TENANTS[0]?.slug}`] : []),
    `  Swagger UI   ${config.publicUrl}/docs`,
    ...(config.mail.smtpUrl ? [] : [`  Mailbox      ${config.publicUrl}/mailbox   (caught mails)`]),
  ];
  return [...addresses, ...(config.demoData ? logins() : []), ''].join('\n');
}

function logins(): string[] {
  const rows = DEMO_TENANTS.flatMap(({ slug, staff, customers }) => [
    ...staff.map(({ email, role }) => [slug, email, ROLES[role]]),
    ...customers.flatMap(({ name, contacts }) =>
      contacts.flatMap(({ email, role }) =>
        email && role ? [[slug, email, `${ROLES[role]}, ${name}`]] : [],
      ),
    ),
  ]);
  return [
    '',
    `  Demo logins, all with the password ${DEMO_PASSWORD}`,
    ...rows.map(([slug = '', email = '', who = '']) => `  ${slug.padEnd(12)} ${email.padEnd(40)} ${who}`),
    '',
    '  The first column is the tenant: its portal is at /p/{tenant}, the workplace of its staff at',
    '  /staff/{tenant}. In Swagger UI choose Authorize: client_id is the tenant, username the address.',
  ];
}
