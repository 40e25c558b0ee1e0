/** From the most particular to those whose name the others bear as well. */
const PROGRAMS = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(?:e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;
const SYSTEMS = [
  [/Windows/, 'Windows'],
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const;

/** The browser and its system, as people call them. */
export function programOf(userAgent: string): { program?: string; system: string } {
  const [, program] = PROGRAMS.find(([pattern]) => pattern.test(userAgent)) ?? [];
  const [, system = ''] = SYSTEMS.find(([pattern]) => pattern.test(userAgent)) ?? [];
  return { program: system ? program : undefined, system };
}
