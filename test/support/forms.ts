const BOUNDARY = 'kundenportal';

export const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;

/** The fields as a form with a file, whose name is taken from its content. */
export function multipart(fields: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(fields).map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const file = name === 'file' ? `; filename="${text.slice(0, 60).replace(/["\r\n]/g, '_')}"` : '';
    return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${text}\r\n`;
  });
  return `${parts.join('')}--${BOUNDARY}--\r\n`;
}

/** In a form everything is text. */
export function urlEncoded(fields: object): string {
  const pairs = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return new URLSearchParams(pairs).toString();
}
