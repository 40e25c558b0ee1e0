import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { Config } from '../config/config';
import { PROBLEM_MODELS } from '../platform/http/requires';
import { sessionCookieName } from '../platform/http/browser/session-cookie';
import { nameEnums } from './named-enums';
import { keepLoggedIn, rememberTokens } from './openapi-session';

type Operations = NonNullable<OpenAPIObject['paths'][string]>;
type ParameterObject = Exclude<NonNullable<Operations['parameters']>[number], { $ref: string }>;

/** In the order of the work; Swagger UI shows them so. */
const TAGS = [
  ['Anmeldung', 'Anmelden, Passwort, Sitzung'],
  ['Kunden', 'Kunden suchen, anlegen und pflegen'],
  ['Ansprechpartner', 'Ansprechpartner eines Kunden'],
  ['Kundenportal-Zugang', 'Zugang eines Ansprechpartners aktivieren und deaktivieren'],
  ['Tickets', 'Anfragen aller Kunden bearbeiten'],
  ['Postkorb', 'Was Kunden gesendet haben: übernehmen, besprechen, entscheiden'],
  ['Materialkatalog', 'Artikel mit Preisen und Bildern; was der OnlineShop zeigt'],
  ['Druckermodelle', 'Druckermodelle und ihr Zubehör'],
  ['Inventar', 'Geräte der Kunden, auch ihre Drucker'],
  ['Bestellungen und Angebotsanfragen', 'Was Kunden in den Shops bestellt und angefragt haben'],
  ['Suche', 'Alles auf einmal durchsuchen'],
  ['Statistik', 'Zahlen zu Tickets, Bestellungen und Angeboten'],
  ['Mitarbeiter', 'Wer beim Mandanten arbeitet'],
  ['Mandanteneinstellungen', 'Administration – Einstellungen'],
  ['Mails', 'Was nicht zugestellt ist, und eine Testmail'],
  ['Live-Ereignisse', 'Sofort erfahren, dass sich etwas geändert hat'],
  ['Protokoll', 'Wer hat wann was geändert?'],
  ['Portal: Übersicht', 'Was wartet, wer dazugehört'],
  ['Portal: Tickets', 'Was Ansprechpartner im Portal tun'],
  ['Portal: Geräte', 'Was das Inventar von der Firma kennt'],
  ['Portal: OnlineShop', 'Artikel, Warenkorb, Absenden'],
  ['Portal: DruckerShop', 'Drucker, passendes Zubehör, Warenkorb, Absenden'],
  ['Portal: Bestellungen', 'Bestellungen, Angebotsanfragen und Angebote'],
  ['Öffentlich', 'Ohne Anmeldung'],
] as const;

const DESCRIPTION = `Schnittstelle zwischen dem Systemhaus und seinen Kunden.

**So arbeiten Sie hier:** Klicken Sie auf *Authorize*, geben Sie als \`client_id\` die Kurzbezeichnung Ihres Mandanten, als
\`username\` Ihre E-Mail-Adresse und Ihr Passwort ein. Danach führt *Try it out* jede Funktion aus. Wer einen Datensatz
ändert, sendet dessen gelesenen Stand im Kopf \`If-Match\` mit, zum Beispiel \`"1"\` für \`version: 1\`.`;

/** For browsers; scripts never see it. */
const COOKIE = {
  type: 'apiKey',
  in: 'cookie',
  description:
    'Die Sitzung eines Browsers, aus `createBrowserSession`. Was etwas ändert, nimmt sie nur von Seiten des Portals selbst (`Sec-Fetch-Site`, sonst `Origin`).',
} as const;

/**
 * Swagger UI at /docs; the document in the version that today's generators want, and the one before. Both are built when
 * they are first asked for: together they would be a tenth of every start.
 */
export function setUpOpenApi(app: NestFastifyApplication, config: Config): void {
  SwaggerModule.setup('docs', app, () => documentOf(app, config, '3.1.0'), {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Kundenportal',
    swaggerOptions: {
      docExpansion: 'none',
      displayRequestDuration: true,
      tryItOutEnabled: true,
      // So that a link may lead to a single operation.
      deepLinking: true,
      initOAuth: { clientId: config.demoData ? 'musterhaus' : '' },
      requestInterceptor: keepLoggedIn,
      responseInterceptor: rememberTokens,
    },
  });
  SwaggerModule.setup('docs-3.0', app, () => documentOf(app, config, '3.0.3'), {
    jsonDocumentUrl: 'openapi-3.0.json',
    raw: ['json'],
    swaggerUiEnabled: false,
  });
}

function documentOf(app: NestFastifyApplication, config: Config, version: string): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('Kundenportal')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .setLicense('AGPL-3.0-or-later', 'https://www.gnu.org/licenses/agpl-3.0.html')
    .addServer('/')
    .addOAuth2(
      { type: 'oauth2', flows: { password: { tokenUrl: '/api/v1/auth/token', scopes: {} } } },
      'oauth2',
    )
    .addCookieAuth(sessionCookieName(config.publicUrl), COOKIE, 'cookieAuth')
    .setOpenAPIVersion(version);
  for (const [name, description] of TAGS) builder.addTag(name, description);
  const created = SwaggerModule.createDocument(app, builder.build(), { extraModels: PROBLEM_MODELS });
  // Both documents would share what is changed here.
  const document = structuredClone(created);
  completeParameters(document);
  emptyForms(document);
  nameEnums(document);
  return document;
}

/** Path parameters that are ids say so, and lists say that they are sent as repeats of their name. */
function completeParameters(document: OpenAPIObject): void {
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.get, path.post, path.put, path.patch, path.delete]) {
      for (const parameter of operation?.parameters ?? []) {
        if ('in' in parameter) completeParameter(parameter);
      }
    }
  }
}

function completeParameter(parameter: ParameterObject): void {
  if (parameter.in === 'path' && /^(id|\w+Id)$/.test(parameter.name)) {
    parameter.schema = { type: 'string', format: 'uuid' };
    parameter.description ??= 'ID, wie sie die Listen zeigen.';
  }
  const { schema } = parameter;
  if (schema && 'type' in schema && schema.type === 'array') {
    Object.assign(parameter, { style: 'form', explode: true });
  }
}

/**
 * What changes a record opens empty in Swagger UI, which would fill the form with an example of every field: one click
 * would overwrite them all.
 */
function emptyForms(document: OpenAPIObject): void {
  for (const { patch } of Object.values(document.paths)) {
    const body = patch?.requestBody;
    if (!body || !('content' in body)) continue;
    for (const form of Object.values(body.content)) form.example ??= {};
  }
}
