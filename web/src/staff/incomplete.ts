/** What the form itself finds missing, said at its field like a refusal of the API. */
export class Incomplete extends Error {
  readonly fields;

  constructor(
    field: string,
    readonly detail: string,
  ) {
    super(detail);
    this.fields = [{ pointer: `/${field}`, detail }];
  }
}
