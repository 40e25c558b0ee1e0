// The least that can answer: node:http and pg, the same token check, the same statements, the same bytes. Neither
// row-level security nor validation, headers, logs and limits: what those cost is part of the comparison.
import { createServer } from 'node:http';
import { createTicket } from './new-ticket.mjs';
import { putIntoCart, submit } from './orders.mjs';
import { foundTickets, ticketsPage } from './tickets.mjs';
import { callerOf } from './token.mjs';

const PORTAL = '/api/v1/portal';

async function answer(request, body) {
  if (request.url === '/') return {};
  const caller = await callerOf(request);
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const path = pathname.slice(PORTAL.length);
  if (path === '/tickets') {
    if (request.method === 'POST') return createTicket(caller, body);
    const words = searchParams.get('search');
    return words ? foundTickets(caller, words) : ticketsPage(caller);
  }
  return request.method === 'PUT' ? putIntoCart(caller, path.split('/').at(-1), body) : submit(caller, body);
}

async function bodyOf(request) {
  if (request.method === 'GET') return undefined;
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

createServer((request, response) => {
  bodyOf(request)
    .then((body) => answer(request, body))
    .then(
      (result) => response.setHeader('content-type', 'application/json').end(JSON.stringify(result)),
      (error) => response.writeHead(500).end(String(error.stack)),
    );
}).listen(Number(process.env.BENCH_PORT), '127.0.0.1');
