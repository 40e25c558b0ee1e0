import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyRequest } from 'fastify';
import { compile } from 'handlebars';
import type { Language } from '../context/context';
import { routeKindOf } from './matched-route';
import type { Problem } from './problem.dto';

const page = compile(readFileSync(join(__dirname, 'templates', 'problem.html.hbs'), 'utf8'));

/** Whether a person is reading in a browser: programs that call the interface never ask for a page. */
export function wantsPage(request: FastifyRequest): boolean {
  const asksForPage = request.headers.accept?.includes('text/html') ?? false;
  return asksForPage && routeKindOf(request) !== 'interface';
}

export function problemPage({ title, detail }: Problem, language: Language): string {
  return page({ title, detail, language });
}
