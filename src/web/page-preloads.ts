import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../platform/context/context';
import { DIST_WEB } from './dist-web';

/** Whom a page of the app is for, as far as its address and the request tell. */
export interface Visit {
  /** Of the address, without what comes after `?`. */
  readonly path: string;
  readonly language: Language;
  /** Whether the browser has a session; it may have ended. */
  readonly hasSession: boolean;
}

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

const ADDRESS = /^\/(p|staff)\/([a-z0-9-]+)(\/login)?/;
const ENTRY = 'index.html';

/**
 * What the app asks for as soon as it runs, named beside the page itself (header `Link`): by then it is there already, instead
 * of one round trip later. What a page needs besides, only the app knows.
 */
export class PagePreloads {
  private readonly manifest: Manifest;

  constructor() {
    const file = join(DIST_WEB, '.vite/manifest.json');
    this.manifest = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {};
  }

  /** Empty where nothing is known beforehand. */
  of({ path, language, hasSession }: Visit): string {
    const [, area, slug, login] = ADDRESS.exec(path) ?? [];
    if (!area || !slug) return '';
    // Whose session it is, is not known here: contacts who come to the address of staff must not load what is theirs.
    const isInside = area === 'p' && hasSession && !login;
    const modules = [
      `src/i18n/${language}.ts`,
      ...(area === 'staff' ? ['src/staff/routes.ts'] : []),
      ...(login ? ['src/session/login.tsx'] : []),
      ...(isInside ? ['src/portal/layout.tsx', `src/i18n/${language}-portal.ts`] : []),
    ];
    const answers = [`/api/v1/public/tenants/${slug}`, ...(login ? [] : ['/api/v1/auth/browser-sessions'])];
    return [
      ...this.filesOf(modules).map((file) => `</${file}>; rel=modulepreload`),
      ...answers.map((url) => `<${url}>; rel=preload; as=fetch; crossorigin=anonymous`),
    ].join(', ');
  }

  /** With all that they import, but what the page itself names. */
  private filesOf(modules: readonly string[]): string[] {
    const named = this.reachedFrom([ENTRY]);
    return [...this.reachedFrom(modules)]
      .filter((key) => !named.has(key))
      .flatMap((key) => this.manifest[key]?.file ?? []);
  }

  private reachedFrom(modules: readonly string[], reached = new Set<string>()): Set<string> {
    for (const key of modules) {
      if (reached.has(key)) continue;
      reached.add(key);
      this.reachedFrom(this.manifest[key]?.imports ?? [], reached);
    }
    return reached;
  }
}
