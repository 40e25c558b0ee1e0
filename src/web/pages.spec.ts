import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AREAS, ENTRY_PAGES, pageAt } from './pages';

const WEB = join(__dirname, '../../web');

describe('The pages of the web app', () => {
  it.each([
    ['src/routes.tsx', 'src'],
    ['src/staff/routes.ts', 'src/staff'],
  ])('are all of those in the sitemap %s', (sitemap, folder) => {
    const known = [...ENTRY_PAGES, ...Object.values(AREAS).flatMap(({ pages }) => pages)];
    const files = new Set(known.flatMap((page) => page.files.map((file) => file.replace(/\.tsx$/, ''))));
    const text = readFileSync(join(WEB, sitemap), 'utf8');
    const imported = [...text.matchAll(/lazy\(\(\) => import\('([^']+)'\)/g)].map(([, path = '']) =>
      join(folder, path),
    );
    expect(imported.length).toBeGreaterThan(10);
    // The frames are named by their area, and the root asks for the tenant first.
    const inNoTable = ['src/portal/layout', 'src/staff/layout', 'src/session/start'];
    expect(imported.filter((path) => !files.has(path) && !inNoTable.includes(path))).toEqual([]);
  });

  it.each([
    ['p', '', 'src/portal/overview/page.tsx'],
    ['p', '/tickets', 'src/portal/tickets/list-page.tsx'],
    ['p', '/tickets/new', 'src/portal/tickets/new-page.tsx'],
    ['p', '/tickets/01900000-0000-7000-8000-000000000000', 'src/portal/tickets/ticket-page.tsx'],
    ['p', '/tickets/new/more', undefined],
    ['p', '/nowhere', undefined],
    ['staff', '/inbox/01900000', 'src/staff/inbox/item-page.tsx'],
    ['staff', '/tickets', 'src/staff/tickets/list-page.tsx'],
    ['staff', '/tickets/new', 'src/staff/tickets/page.tsx'],
    ['staff', '/catalog/printer-models/01900000', 'src/staff/catalog/page.tsx'],
    ['staff', '/catalog/imports', 'src/staff/catalog/imports-page.tsx'],
    ['staff', '/ticketsandmore', 'src/staff/admin/page.tsx'],
  ])('in %s the one at "%s" is %s', (area, path, file) => {
    expect(pageAt(AREAS[area]?.pages ?? [], path)?.files.at(-1)).toBe(file);
  });
});
