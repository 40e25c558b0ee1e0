const seen = new Set<string>();

/** Every answer that a test gets through `Api`, as "method path status". */
export function noteAnswer(method: string, path: string, status: number): void {
  seen.add(`${method} ${path.split('?')[0]} ${status}`);
}

export function answersSeen(): string[] {
  return [...seen];
}
