// The types and limits by which the web app talks to the API, made from the document of the running program (step
// "openapi"). They are committed; with --check nothing is written, and a difference is an error.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

const FOLDER = new URL('../web/src/api/', import.meta.url);
const HEAD = '// Made by scripts/web-schema.mjs from the OpenAPI document; do not edit.\n';
/** What a form has to know of a field of a body. */
const LIMITS = ['minLength', 'maxLength', 'minimum', 'maximum', 'maxItems'];

const document = JSON.parse(readFileSync(new URL('../test/generated/openapi.json', import.meta.url), 'utf8'));
const files = {
  'schema.d.ts': HEAD + astToString(await openapiTS(withoutProse(JSON.parse(JSON.stringify(document))))),
  // Apart, so that nobody loads what only others need.
  'constraints.ts': HEAD + constraintsOf((path) => !/\/(?:portal|staff)\//.test(path)),
  'portal-constraints.ts': HEAD + constraintsOf((path) => path.includes('/portal/')),
  'staff-constraints.ts': HEAD + constraintsOf((path) => path.includes('/staff/')),
};

let drift = false;
for (const [name, text] of Object.entries(files)) {
  const file = new URL(name, FOLDER);
  const formatted = await format(text, { ...(await resolveConfig(file)), filepath: name });
  if (!process.argv.includes('--check')) writeFileSync(file, formatted);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== formatted) {
    console.error(`web/src/api/${name} is not what the OpenAPI document says: run "npm run web:schema".`);
    drift = true;
  }
}
process.exitCode = drift ? 1 : 0;

/** The document explains itself at length; the app needs its shapes. */
function withoutProse(node, inProperties = false) {
  if (typeof node !== 'object' || node === null) return node;
  for (const [key, value] of Object.entries(node)) {
    if (!inProperties && ['description', 'summary', 'example', 'examples'].includes(key)) delete node[key];
    else withoutProse(value, key === 'properties');
  }
  return node;
}

/** Of the bodies that some operations take, and of their parts, also those in lists: each field's limits. */
function constraintsOf(isMeant) {
  const { schemas } = document.components;
  const bodies = Object.entries(document.paths)
    .filter(([path]) => isMeant(path))
    .flatMap(([, operations]) => Object.values(operations))
    .map((operation) => operation.requestBody?.content?.['application/json']?.schema?.$ref?.split('/').at(-1))
    .filter(Boolean);
  const parts = bodies.flatMap((name) =>
    Object.values(schemas[name].properties ?? {}).flatMap(({ $ref, allOf, items }) => {
      const part = ($ref ?? allOf?.[0]?.$ref ?? items?.$ref)?.split('/').at(-1);
      return part && schemas[part].properties ? [part] : [];
    }),
  );
  return [...new Set([...bodies, ...parts])]
    .sort()
    .map((name) => {
      const { properties = {}, required = [] } = schemas[name];
      const fields = Object.entries(properties).map(([field, schema]) => {
        const limits = LIMITS.filter((limit) => limit in schema).map((limit) => `${limit}: ${schema[limit]}`);
        return `${field}: { ${[`required: ${required.includes(field)}`, ...limits].join(', ')} }`;
      });
      return `export const ${name[0].toLowerCase()}${name.slice(1)} = { ${fields.join(', ')} } as const;\n`;
    })
    .join('\n');
}
