// Stryker knows no projects of Jest: it gets the unit tests alone.
const { projects } = require('../../jest.config.cjs');

module.exports = {
  ...projects.find(({ displayName }) => displayName === 'unit'),
  dependencyExtractor: require.resolve('./spec-beside.cjs'),
};
