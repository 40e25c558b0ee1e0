import { answersSeen } from './answers';
import { type Operation, operationsOfDocument } from './operations';

/** Whatever a suite is about: the interface answers nothing that its document does not announce. */
afterAll(async () => {
  expect(undocumented(await operationsOfDocument())).toEqual([]);
});

/** Each once, as "operation status". What nobody foresaw is not announced. */
function undocumented(operations: readonly Operation[]): string[] {
  // The more of a path is fixed, the better it matches: /orders/counts is no /orders/{id}.
  const known = operations
    .map((operation) => ({ ...operation, pattern: patternOf(operation.path) }))
    .sort((a, b) => a.path.split('{').length - b.path.split('{').length);
  const surprises = answersSeen().flatMap((answer) => {
    const [method, path = '', status = ''] = answer.split(' ');
    const operation = known.find((one) => one.method === method && one.pattern.test(path));
    const isKnown = !operation || status === '500' || operation.statuses.includes(Number(status));
    return isKnown ? [] : [`${operation.id} ${status}`];
  });
  return [...new Set(surprises)];
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
}
