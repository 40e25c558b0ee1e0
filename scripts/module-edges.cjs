// Which modules a module uses, read from its source: by imports, and by foreign keys that name another module's entity.
const { readdirSync, readFileSync } = require('node:fs');
const { dirname, join, relative } = require('node:path');

const MODULES = join(dirname(__dirname), 'src/modules');
const IMPORT = /from '(\.[^']+)'/g;
const FOREIGN_KEY = /@ForeignKey\(\s*'(\w+)'/g;
const ENTITY = /^export class (\w+) /m;

const sources = readdirSync(MODULES, { recursive: true })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, module: moduleOf(file), text: readFileSync(join(MODULES, file), 'utf8') }));

const homes = new Map(
  sources
    .filter(({ file }) => file.endsWith('.entity.ts'))
    .map(({ module, text }) => [ENTITY.exec(text)?.[1], module]),
);

module.exports = {
  imports: edges(({ file, text }) =>
    matches(text, IMPORT).map((path) => moduleOf(join(dirname(file), path))),
  ),
  foreignKeys: edges(({ text }) => matches(text, FOREIGN_KEY).map((entity) => homes.get(entity))),
};

/** By module, without itself and what is no module. */
function edges(usedBy) {
  const found = {};
  for (const source of sources) {
    const used = (found[source.module] ??= new Set());
    for (const name of usedBy(source)) {
      if (name && name !== '..' && name !== source.module) used.add(name);
    }
  }
  return found;
}

function matches(text, pattern) {
  return [...text.matchAll(pattern)].map(([, name]) => name);
}

function moduleOf(file) {
  return relative(MODULES, join(MODULES, file)).split('/')[0];
}
