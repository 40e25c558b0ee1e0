/** What was entered into a form. */
export class Values {
  private readonly data: FormData;

  /** @param submitter the button that was pressed: it may say something, too */
  constructor(form: HTMLFormElement, submitter?: HTMLElement | null) {
    this.data = new FormData(form, submitter);
  }

  /** Exactly as it was typed, as passwords are. */
  raw(name: string): string {
    const value = this.data.get(name);
    return typeof value === 'string' ? value : '';
  }

  /** Without the blanks around it. */
  text(name: string): string {
    return this.raw(name).trim();
  }

  /** Absent where nothing was entered. */
  optional(name: string): string | undefined {
    return this.text(name) || undefined;
  }

  checked(name: string): boolean {
    return this.data.has(name);
  }
}
