import { execFileSync } from 'node:child_process';

/** Of root, who starts servers as somebody else; nobody else's account where one is not root. */
export function accountOf(name: string): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (option: string): number => Number(execFileSync('id', [option, name]).toString());
  return { uid: id('-u'), gid: id('-g') };
}
