// Loaded before the program: gives it a role that row-level security does not concern, so that its own tenant filter alone
// has to hold.
const { join } = require('node:path');
const role = require(join(__dirname, '../../dist/src/platform/database/app-role.js'));

role.APP_ROLE = 'kundenportal_unbound';
role.assertUnprivileged = () => Promise.resolve();
