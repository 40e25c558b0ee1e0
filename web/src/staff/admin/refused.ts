/** Why the page itself did not save; a form shows it like a refusal of the API. */
export class Refused extends Error {
  readonly fields = [];

  constructor(readonly detail: string) {
    super(detail);
  }
}
