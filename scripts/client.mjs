// Types of a client, made from the document of the running program (step "openapi"); the tests compile against them.
import { writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const folder = new URL('../test/generated/', import.meta.url);
const types = astToString(await openapiTS(new URL('openapi.json', folder)));
writeFileSync(new URL('portal-api.d.ts', folder), types);
