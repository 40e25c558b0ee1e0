'use strict';
// Loaded into the program before itself: notes when something held its event loop, for whoever asks. See event-loop.ts.
const { createServer } = require('node:http');
const cluster = require('node:cluster');
const { isMainThread } = require('node:worker_threads');

const EVERY_MS = 5;
const NOTED_FROM_MS = 30;
const port = Number(process.env.EVENT_LOOP_PROBE);

if (isMainThread && cluster.isPrimary && port) {
  let holds = [];
  let last = performance.now();
  let cpu = process.cpuUsage();
  setInterval(() => {
    const now = performance.now();
    const used = process.cpuUsage(cpu);
    const ms = now - last - EVERY_MS;
    // A machine that is busy with others keeps the program waiting; only what it computed itself holds the loop.
    const computedMs = (used.user + used.system) / 1000;
    if (ms > NOTED_FROM_MS) holds.push({ endedAt: Date.now(), ms: Math.min(ms, computedMs) });
    last = performance.now();
    cpu = process.cpuUsage();
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
