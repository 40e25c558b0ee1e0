import { printFigures } from '../support/figures';

export default function globalTeardown(): void {
  printFigures('Resilience');
}
