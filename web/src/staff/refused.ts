/** Why the page itself did not send; a form shows it like a refusal of the API, at the field where one is named. */
export class Refused extends Error {
  readonly fields: readonly { readonly pointer: string; readonly detail: string }[];

  constructor(
    readonly detail: string,
    field?: string,
  ) {
    super(detail);
    this.fields = field === undefined ? [] : [{ pointer: `/${field}`, detail }];
  }
}
