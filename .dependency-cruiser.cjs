const { existsSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const { modules, foreignKeys, folders, composition } = require('./architecture.json');
const used = require('./scripts/module-edges.cjs');

// The graph is data (architecture.json); every rule below is derived from it and names no module.

const known = Object.keys(modules);
const anyOf = (names) => `(?:${names.map((name) => name.replaceAll('.', '\\.')).join('|')})`;
const INSIDE_ANY_MODULE = '^src/modules/([^/]+)/';
const COMPOSITION = `^${anyOf(composition)}`;

assertOrdered();
assertUsed(modules, used.imports, 'imports');
assertUsed(foreignKeys, used.foreignKeys, 'has a foreign key to');
assertFoldersAreDeclared();
assertFoldersHaveAPlace();

/** A module may name only modules declared above it: so the declaration itself cannot hold a cycle. */
function assertOrdered() {
  for (const [position, name] of known.entries()) {
    for (const used of modules[name]) {
      if (known.indexOf(used) === -1)
        throw new Error(`architecture.json: "${name}" names the unknown module "${used}".`);
      if (known.indexOf(used) >= position) {
        throw new Error(`architecture.json: "${name}" names "${used}", which is not declared above it.`);
      }
    }
  }
}

/** What is declared and not used says something about the program that is not so. */
function assertUsed(declared, found, verb) {
  for (const [name, others] of Object.entries(declared)) {
    const unused = others.filter((other) => !found[name]?.has(other));
    if (unused.length > 0) {
      throw new Error(`architecture.json: nothing in "${name}" ${verb} ${unused.join(', ')}.`);
    }
  }
}

/** A new folder first needs its line in the graph; a rule on imports would not notice a folder that nobody imports. */
function assertFoldersAreDeclared() {
  const folder = join(__dirname, 'src/modules');
  const unknown = existsSync(folder) ? readdirSync(folder).filter((entry) => !known.includes(entry)) : [];
  if (unknown.length > 0) {
    throw new Error(`src/modules/ holds what architecture.json does not declare: ${unknown.join(', ')}.`);
  }
}

/** The same inside of each part: a folder that is not in the list would be free to import any other. */
function assertFoldersHaveAPlace() {
  for (const parent of ['src', 'src/platform', ...known.map((name) => `src/modules/${name}`)]) {
    const found = readdirSync(join(__dirname, parent), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    if (found.length < 2 && !folders[parent]) continue;
    const missing = found.filter(({ name }) => !folders[parent]?.includes(name));
    if (missing.length > 0) {
      throw new Error(
        `architecture.json: "${parent}" has no place for ${missing.map(({ name }) => name).join(', ')}.`,
      );
    }
  }
}

const edgeRules = known.map((name) => ({
  name: `graph-${name}`,
  comment: `src/modules/${name} may import ${modules[name].join(', ') || 'no other module'} (architecture.json).`,
  severity: 'error',
  from: { path: `^src/modules/${name}/` },
  to: { path: '^src/modules/', pathNot: `^src/modules/${anyOf([name, ...modules[name]])}/` },
}));

/** Inside a part of the program: a folder may import only folders that stand before it, so there is no cycle of folders. */
const folderRules = Object.entries(folders).flatMap(([parent, names]) =>
  names.slice(0, -1).map((name, position) => ({
    name: `folders-of-${parent}-${name}`,
    comment: `${parent}/${name} stands before these folders in architecture.json; they may import it, not the other way round.`,
    severity: 'error',
    from: { path: `^${parent}/${name}/` },
    to: { path: `^${parent}/${anyOf(names.slice(position + 1))}/` },
  })),
);

module.exports = {
  forbidden: [
    ...edgeRules,
    ...folderRules,
    {
      name: 'outsiders-use-the-index',
      comment: 'Another module is used through its index.ts only.',
      severity: 'error',
      from: { path: INSIDE_ANY_MODULE },
      to: { path: INSIDE_ANY_MODULE, pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'outsiders-use-the-index-too',
      comment: 'Code outside src/modules uses a module through its index.ts only.',
      severity: 'error',
      from: { pathNot: '^src/modules/' },
      to: { path: INSIDE_ANY_MODULE, pathNot: '^src/modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'insiders-avoid-their-index',
      comment:
        'Inside a module files import one another directly; the way through the own index is a cycle waiting to happen.',
      severity: 'error',
      from: { path: INSIDE_ANY_MODULE },
      to: { path: '^src/modules/$1/index\\.ts$' },
    },
    {
      name: 'the-database-through-its-index',
      comment: 'How statements reach PostgreSQL is a matter of platform/database; others use its index.ts.',
      severity: 'error',
      from: { path: '^(src/|ormconfig)', pathNot: '^src/platform/database/' },
      to: { path: '^src/platform/database/', pathNot: '^src/platform/database/index\\.ts$' },
    },
    {
      name: 'dtos-stay-at-the-door',
      comment:
        'What the API takes and answers is a matter of controllers, presenters and readers; what changes things speaks plain types.',
      severity: 'error',
      from: { path: '^src/.*\\.(service|entity|policy|events|listener)\\.ts$' },
      to: { path: '\\.(dto|query)\\.ts$' },
    },
    {
      name: 'only-the-composition-imports-modules',
      comment:
        'Platform, configuration and start-up know no module; the composition named in architecture.json does.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/modules/', COMPOSITION] },
      to: { path: '^src/modules/' },
    },
    {
      name: 'nothing-reaches-up',
      comment: 'Modules and platform do not know the program they are part of.',
      severity: 'error',
      from: { path: '^src/(modules|platform|config)/' },
      to: { path: [COMPOSITION, '^src/main\\.ts$'] },
    },
    {
      name: 'config-is-a-leaf',
      comment: 'Configuration can be read before anything else exists.',
      severity: 'error',
      from: { path: '^src/config/' },
      to: { path: '^src/', pathNot: '^src/config/' },
    },
    {
      name: 'schema-is-a-leaf',
      comment:
        'Migrations use nothing that changes with the program: editing a helper never rewrites history.',
      severity: 'error',
      from: { path: '^src/schema/' },
      to: { path: '^src/', pathNot: '^src/schema/' },
    },
    {
      name: 'web-and-src-are-two-programs',
      comment: 'They share nothing but the OpenAPI document.',
      severity: 'error',
      from: { path: '^(web|src)/' },
      to: { path: '^(web|src)/', pathNot: '^$1/' },
    },
    {
      name: 'portal-and-staff-never-meet',
      comment: 'Two areas of the web app, of which nobody loads both.',
      severity: 'error',
      from: { path: '^web/src/(portal|staff)/' },
      to: { path: '^web/src/(portal|staff)/', pathNot: '^web/src/$1/' },
    },
    {
      name: 'ui-knows-no-api',
      comment: 'The building blocks of pages know neither the API nor who is logged in.',
      severity: 'error',
      from: { path: '^web/src/(ui|i18n)/' },
      to: { path: '^web/src/', pathNot: '^web/src/(ui|i18n|styles)/' },
    },
    {
      name: 'api-knows-no-page',
      severity: 'error',
      from: { path: '^web/src/api/' },
      to: { path: '^web/src/', pathNot: '^web/src/api/' },
    },
    { name: 'no-cycles', comment: 'No exceptions.', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'src-ships-alone',
      comment: 'The program runs without tests and development tools.',
      severity: 'error',
      from: { path: '^(src/|ormconfig\\.ts)', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(test|scripts)/|\\.spec\\.ts$' },
    },
    {
      name: 'src-uses-runtime-dependencies',
      comment: 'What src/ imports belongs to "dependencies" in package.json.',
      severity: 'error',
      from: { path: '^(src/|ormconfig\\.ts)', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^\\./generated/|/generated/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist(-web)?/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
