import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../platform/context/context';
import { DIST_WEB } from './dist-web';
import { AREAS, ENTRY_PAGES, LOGIN, pageAt, type WebPage } from './pages';
import type { Visitor } from './visitors';

/** Whom a page of the app is for, as far as its address and the request tell. */
export interface Visit {
  /** Of the address, without what comes after `?`. */
  readonly path: string;
  /** Whether anything comes after it. */
  readonly hasQuery: boolean;
  /** The one that the browser prefers. */
  readonly language: Language;
  /** Nobody is logged in, or it is not known who. */
  readonly visitor?: Visitor;
}

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

const ADDRESS = /^\/(p|staff)\/([a-z0-9-]+)((?:\/[\w-]+)*)\/?$/;
const ENTRY = 'index.html';
const STAFF_ROUTES = 'src/staff/routes.ts';

/**
 * What the app asks for as soon as it runs, named beside the page itself (header `Link`): the browser fetches all of it at once,
 * where it would otherwise learn of each file and answer from the one before, a round trip later.
 */
export class PagePreloads {
  private readonly manifest: Manifest;
  private readonly font: string;

  constructor() {
    const file = join(DIST_WEB, '.vite/manifest.json');
    this.manifest = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {};
    const fonts = Object.entries(this.manifest).filter(([key]) => key.endsWith('-latin-wght-normal.woff2'));
    this.font = fonts.map(([, { file: name }]) => name).join();
  }

  /** Empty where nothing is known beforehand. */
  of(visit: Visit): string {
    const [, area = '', slug = '', path = ''] = ADDRESS.exec(visit.path) ?? [];
    const known = AREAS[area];
    if (!known) return '';
    const { hasQuery, visitor } = visit;
    const language = visitor?.language ?? visit.language;
    // What the browser asks for by itself is answered in the language that it prefers.
    const browserPrefersIt = language === visit.language;
    const entry = pageAt(ENTRY_PAGES, path);
    // Contacts who come to an address of the workplace must not load its pages, nor staff those of the portal.
    const isInside = !entry && visitor?.kind === known.kind;
    const inside = isInside ? pageAt(known.pages, path) : undefined;
    const seen = inside?.forRole === undefined || inside.forRole === visitor?.role ? inside : undefined;
    const page = entry ?? (visitor ? seen : LOGIN);
    const files = [
      `src/i18n/${language}.ts`,
      ...(area === 'staff' ? [STAFF_ROUTES] : []),
      ...(isInside ? [`src/i18n/${language}-${known.texts}.ts`, ...known.files] : []),
      ...(page?.files ?? []),
    ];
    const answers = [
      `/public/tenants/${slug}`,
      // Whoever is logged in already is led on from the login.
      ...(entry && entry !== LOGIN ? [] : ['/auth/browser-sessions']),
      ...(isInside && !visitor.passwordChangeRequired ? known.asks : []),
      ...(isInside && !visitor.passwordChangeRequired && !hasQuery && browserPrefersIt
        ? asksOf(page, path)
        : []),
    ];
    const first = this.filesOf([ENTRY]);
    return [
      // Largest first: a browser has six connections to a server that speaks HTTP/1.1.
      ...first.map((file) => `</${file}>; rel=modulepreload`),
      ...answers.map((answer) => `</api/v1${answer}>; rel=preload; as=fetch; crossorigin=anonymous`),
      ...this.filesOf(files)
        .filter((file) => !first.includes(file))
        .map((file) => `</${file}>; rel=modulepreload`),
      `</${this.font}>; rel=preload; as=font; type="font/woff2"; crossorigin=anonymous; fetchpriority=low`,
    ].join(', ');
  }

  /** With all that they import. */
  private filesOf(modules: readonly string[], reached = new Set<string>()): string[] {
    for (const key of modules) {
      if (reached.has(key)) continue;
      reached.add(key);
      this.filesOf(this.manifest[key]?.imports ?? [], reached);
    }
    return [...reached].flatMap((key) => this.manifest[key]?.file ?? []);
  }
}

function asksOf(page: WebPage | undefined, path: string): string[] {
  const id = path.slice(path.lastIndexOf('/') + 1);
  return page?.asks?.map((question) => question.replace(':id', id)) ?? [];
}
