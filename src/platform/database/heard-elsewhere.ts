/**
 * For errors of which somebody else is told: a broken connection tells each of its statements, and the event or the promise
 * that nobody hears besides would end the program.
 */
export function heardElsewhere(): void {
  // Nothing is left to do.
}
