// The least that can answer: node:http and pg, the same token check, the same statements, the same bytes. Neither
// row-level security nor validation, headers, logs and limits: what those cost is part of the comparison.
import { createServer } from 'node:http';
import { login } from './login.mjs';
import { createTicket } from './new-ticket.mjs';
import { putIntoCart, submit } from './orders.mjs';
import { accessories, articles, printer } from './shops.mjs';
import { comments, foundTickets, ticket, ticketsPage } from './tickets.mjs';
import { callerOf } from './token.mjs';

const PORTAL = '/api/v1/portal';

async function answer(request, body) {
  if (request.url === '/') return {};
  if (request.url === '/api/v1/auth/login') return login(body);
  const caller = await callerOf(request);
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const [collection, id, part] = pathname.slice(PORTAL.length + 1).split('/');
  if (collection === 'tickets') {
    if (request.method === 'POST') return createTicket(caller, body);
    if (id) return part ? comments(caller, id) : ticket(caller, id);
    const words = searchParams.get('search');
    return words ? foundTickets(caller, words) : ticketsPage(caller);
  }
  if (collection === 'printer-shop') return printerShop(caller, pathname);
  if (request.method === 'PUT') return putIntoCart(caller, pathname.split('/').at(-1), body);
  return request.method === 'POST' ? submit(caller, body) : articles(caller);
}

function printerShop(caller, pathname) {
  const [, id, part] = /printers\/([^/]+)(\/accessories)?$/.exec(pathname);
  return part ? accessories(caller, id) : printer(caller, id);
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
