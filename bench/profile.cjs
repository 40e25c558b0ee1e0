// Loaded before the program: writes a CPU profile of its whole life into the folder PROFILE_FOLDER.
const { writeFileSync } = require('node:fs');
const { Session } = require('node:inspector');

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.start');
process.on('exit', () => {
  session.post('Profiler.stop', (_error, { profile }) =>
    writeFileSync(`${process.env.PROFILE_FOLDER}/portal-${process.pid}.cpuprofile`, JSON.stringify(profile)),
  );
});
