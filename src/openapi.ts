import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** Swagger UI at /docs and the document for machines, in the version that today's generators want and the one before. */
export function setUpOpenApi(app: INestApplication): void {
  for (const [version, path] of [
    ['3.1.0', 'openapi.json'],
    ['3.0.3', 'openapi-3.0.json'],
  ] as const) {
    const description = new DocumentBuilder()
      .setTitle('Kundenportal')
      .setDescription('Das Kundenportal bildet die Schnittstelle zwischen dem Systemhaus und seinen Kunden.')
      .setVersion('1')
      .setLicense('AGPL-3.0-or-later', 'https://www.gnu.org/licenses/agpl-3.0.html')
      .addServer('/')
      .addTag('Öffentlich', 'Ohne Anmeldung')
      .setOpenAPIVersion(version)
      .build();
    const document = SwaggerModule.createDocument(app, description);
    SwaggerModule.setup(version === '3.1.0' ? 'docs' : 'docs-3.0', app, document, {
      jsonDocumentUrl: path,
      swaggerUiEnabled: version === '3.1.0',
      raw: ['json'],
    });
  }
}
