import { parentPort } from 'node:worker_threads';
import { loadMeasure } from './password-strength';
import type { StrengthQuestion } from './strength-estimator';

/** Runs in a thread of its own. Questions that arrive while the dictionaries are read wait in the port. */
void loadMeasure().then((measure) => {
  parentPort?.on('message', ({ id, password, words }: StrengthQuestion) => {
    parentPort?.postMessage({ id, strength: measure(password, words) });
  });
});
