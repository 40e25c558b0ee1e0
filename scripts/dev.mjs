// The program and the web app, both following every change of their files: the app with hot reload at its own address,
// which passes on to the program what it does not serve itself.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (name) => join(ROOT, 'node_modules/.bin', name);

const children = [
  spawn(bin('nest'), ['start', '--watch', '--preserveWatchOutput'], { cwd: ROOT, stdio: 'inherit' }),
  spawn(bin('vite'), ['web'], { cwd: ROOT, stdio: 'inherit' }),
];
const stop = () => children.forEach((child) => child.kill('SIGTERM'));
// One without the other is of no use.
children.forEach((child) => child.on('exit', stop));
['SIGINT', 'SIGTERM'].forEach((signal) => process.on(signal, stop));
