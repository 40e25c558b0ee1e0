import { decodeToken, encodeToken, hashToken, type OpaqueToken } from './opaque-token';

const token: OpaqueToken = {
  tenantId: '0123abcd-4567-89ef-0123-456789abcdef',
  id: 'fedcba98-7654-4321-8fed-cba987654321',
  secret: Buffer.alloc(32, 7),
};

describe('An opaque token', () => {
  it('comes back as it was', () => {
    expect(decodeToken(encodeToken(token))).toEqual(token);
  });

  it('is fit for a link', () => {
    expect(encodeToken(token)).toMatch(/^[\w-]{85}w$/);
  });

  it('is refused in any other form', () => {
    const text = encodeToken(token);
    const bytes = Buffer.from(text, 'base64url');
    for (const other of [
      '',
      text.slice(1),
      `${text}A`,
      `${text}==`,
      ` ${text}`,
      // The last bits of the last character say nothing: no second spelling of the same token.
      `${text.slice(0, -1)}x`,
      bytes.subarray(1).toString('base64url'),
      Buffer.concat([bytes, bytes]).toString('base64url'),
    ]) {
      expect(decodeToken(other)).toBeUndefined();
    }
  });

  it('is stored as a hash that tells nothing but whether it is the same', () => {
    expect(hashToken(token.secret)).toMatch(/^[\w-]{43}$/);
    expect(hashToken(token.secret)).toBe(hashToken(Buffer.alloc(32, 7)));
    expect(hashToken(token.secret)).not.toBe(hashToken(Buffer.alloc(32, 8)));
  });
});
