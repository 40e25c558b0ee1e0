// A browser, a program and its database at once: on a busy machine that takes its time.
jest.setTimeout(120_000);
