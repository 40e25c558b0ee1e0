const { basename } = require('node:path');

/**
 * For Jest, which asks what a file depends on to find the tests that concern another: a spec concerns the file beside it
 * and no other. So a rule has to be shown where it is written, and a mutant costs one spec instead of dozens.
 */
exports.extract = (_code, file) =>
  new Set(file.endsWith('.spec.ts') ? [`./${basename(file, '.spec.ts')}`] : []);
