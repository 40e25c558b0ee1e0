import type { FastifyInstance, FastifyRequest } from 'fastify';

/** A client who has been answered goes on sending before it reads; one that is silent for so long has stopped. */
const SILENT_MS = 1_000;
const MAX_WAIT_MS = 10_000;

/**
 * Bodies arrive at the handlers unread, whatever they are: guards first decide who may send one. A request that is
 * answered before its body has come keeps its connection only if the rest follows at once.
 */
export function leaveBodiesUnread(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', (_request, _payload, done) => done(null));
  fastify.addHook('onResponse', (request, _reply, done) => {
    if (!request.raw.complete) endSoon(request);
    done();
  });
}

function endSoon({ raw }: FastifyRequest): void {
  const { socket } = raw;
  let received = socket.bytesRead;
  let left = MAX_WAIT_MS / SILENT_MS;
  const timer = setInterval(() => {
    left -= 1;
    if (left === 0 || socket.bytesRead === received) socket.destroy();
    received = socket.bytesRead;
  }, SILENT_MS);
  raw.once('close', () => clearInterval(timer));
  // The rest is not needed, whether reading has begun or not.
  raw.unpipe().resume();
}
