import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acceptedCoding, type Coding } from './accepted-coding';

/** What fits into one packet anyway gains nothing. */
const LEAST_BYTES = 1_024;

/** Tokens come from here, and what was typed is answered beside them: their size must not tell what is in them (BREACH). */
const HOLDS_SECRETS = /^\/api\/v1\/auth\//;

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Quick rather than small: an answer is compressed for one reader. Both work beside the event loop. */
const COMPRESS: Readonly<Record<Coding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) =>
    brotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 4,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gzip: (bytes) => gzipped(bytes, { level: 4 }),
};

/** Compresses JSON for who can read it: no stream, which files and events are, and nothing with a secret in it. */
export function setUpCompression(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || !isCompressible(request, reply)) return payload;
    const bytes = Buffer.from(payload);
    if (bytes.length < LEAST_BYTES) return payload;
    void reply.header('Vary', [reply.getHeader('Vary'), 'Accept-Encoding'].flat().filter(Boolean).join(', '));
    const coding = acceptedCoding(request.headers['accept-encoding']);
    if (!coding) return payload;
    void reply.header('Content-Encoding', coding).removeHeader('Content-Length');
    return COMPRESS[coding](bytes);
  });
}

function isCompressible({ method, routeOptions }: FastifyRequest, reply: FastifyReply): boolean {
  if (method === 'HEAD' || HOLDS_SECRETS.test(routeOptions.url ?? '')) return false;
  if (reply.hasHeader('Content-Encoding')) return false;
  return /^application\/(?:[\w.-]+\+)?json\b/.test(String(reply.getHeader('Content-Type')));
}
