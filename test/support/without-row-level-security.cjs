// Loaded before the program: lets it start under a login that row-level security does not concern, so that its own tenant filter
// alone has to hold.
const { join } = require('node:path');
const login = require(join(__dirname, '../../dist/src/platform/database/unprivileged-login.js'));

login.assertUnprivileged = () => Promise.resolve();
