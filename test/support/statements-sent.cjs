// Loaded before the program: writes down every text that it sends to the database, once. See tenant-statements.ts.
const { appendFileSync, mkdirSync } = require('node:fs');
const { join } = require('node:path');
const { prototype } = require('pg/lib/connection');

const folder = process.env.DATA_DIR;
const seen = new Set();

function note(text) {
  if (typeof text !== 'string' || seen.has(text)) return;
  seen.add(text);
  mkdirSync(folder, { recursive: true });
  appendFileSync(join(folder, 'statements.jsonl'), `${JSON.stringify(text)}\n`);
}

const { parse, query } = prototype;
prototype.parse = function noted(statement) {
  note(statement.text);
  return parse.call(this, statement);
};
prototype.query = function noted(text) {
  note(text);
  return query.call(this, text);
};
