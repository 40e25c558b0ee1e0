'use strict';
// Loaded into the program before itself: notes when something held its event loop, for whoever asks. See event-loop.ts.
const { readFileSync } = require('node:fs');
const { createServer } = require('node:http');
const cluster = require('node:cluster');
const { isMainThread } = require('node:worker_threads');

const EVERY_MS = 5;
const NOTED_FROM_MS = 30;
const port = Number(process.env.EVENT_LOOP_PROBE);

/** What this thread has computed, without those beside it (hashing, collecting garbage); where Linux does not say, with them. */
function computedMs() {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ')[0]) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
}

if (isMainThread && cluster.isPrimary && port) {
  let holds = [];
  let last = performance.now();
  let computed = computedMs();
  setInterval(() => {
    const now = performance.now();
    const ms = now - last - EVERY_MS;
    // A machine that is busy with others keeps the program waiting; only what it computed itself holds the loop.
    if (ms > NOTED_FROM_MS) holds.push({ endedAt: Date.now(), ms: Math.min(ms, computedMs() - computed) });
    last = performance.now();
    computed = computedMs();
  }, EVERY_MS).unref();
  createServer((_request, response) => {
    response.end(JSON.stringify(holds));
    holds = [];
  })
    // The command line gets the same settings while the program runs.
    .on('error', () => undefined)
    .listen(port, '127.0.0.1')
    .unref();
}
