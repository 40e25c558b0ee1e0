import { Readable } from 'node:stream';
import { applyDecorators, Header, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';

/** A file that people uploaded, to be handed out again. */
export interface Download {
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
  readonly bytes: AsyncIterable<Buffer>;
}

/** Never shown in the browser, whatever is in it: it could be a page with a script. */
export function SendsFile(): MethodDecorator {
  return applyDecorators(
    Header('Content-Security-Policy', "sandbox; default-src 'none'; frame-ancestors 'none'"),
    Header('X-Content-Type-Options', 'nosniff'),
    Header('Cache-Control', 'no-store'),
    ApiProduces('application/octet-stream'),
    ApiOkResponse({
      description: 'Die Datei; ihr Typ steht im Kopf `Content-Type`.',
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    }),
  );
}

export function sendFile({ fileName, contentType, size, bytes }: Download): StreamableFile {
  return new StreamableFile(Readable.from(bytes, { objectMode: false }), {
    type: contentType,
    length: size,
    disposition: attachmentDisposition(fileName),
  });
}

/** RFC 6266: a plain name for old programs, the real one in RFC 5987 encoding for the others. */
export function attachmentDisposition(fileName: string): string {
  const plain = fileName
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain.trim() || 'file'}"; filename*=UTF-8''${encoded}`;
}
