import { printFigures } from '../support/figures';
import { stopForSuites } from '../support/suites';

export default async function globalTeardown(): Promise<void> {
  await stopForSuites();
  printFigures('Security');
}
