import { wire } from './support/wire';

const TENANT = '/api/v1/public/tenants/nobody-here';

describe('Headers', () => {
  it('closes answers of the interface and opens pages to their own scripts only', async () => {
    const api = (await wire(TENANT)).headers;
    expect(api['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(api['x-frame-options']).toBe('SAMEORIGIN');
    expect(api['x-powered-by']).toBeUndefined();
    // Over plain http neither makes sense, and the second would break the page.
    expect(api['strict-transport-security']).toBeUndefined();
    for (const path of [
      TENANT.replace('/api', '/%61pi'),
      `http://evil.example${TENANT}`,
      `${TENANT}/`,
      '/nowhere',
      '/openapi.json',
    ])
      expect((await wire(path)).headers['content-security-policy']).toBe(api['content-security-policy']);
    const page = (await wire('/docs')).headers['content-security-policy'];
    expect(page).toContain("default-src 'self'");
    expect(page).not.toMatch(/script-src|upgrade-insecure-requests/);
  });

  it('allows no foreign page to read anything unless it is listed', async () => {
    const { headers } = await wire(TENANT, {
      headers: { origin: 'http://evil.example' },
    });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('Health and metrics', () => {
  it('is alive and ready', async () => {
    for (const path of ['/health/live', '/health/ready']) {
      const { status, text } = await wire(path);
      expect(status).toBe(200);
      expect(JSON.parse(text)).toMatchObject({ status: 'up' });
    }
  });

  it('shows metrics on this machine and hides them from requests through a proxy', async () => {
    const { text, status, headers } = await wire('/metrics');
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(text).toMatch(
      /^http_request_duration_seconds_count\{.*route="\/health\/ready",status="200"\} \d+$/m,
    );
    expect(text).toMatch(/^database_pool_connections\{state="total"\} \d+$/m);
    expect(text).toMatch(/^jobs\{state="waiting"\} \d+$/m);
    expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m);
    const proxied = { headers: { 'x-forwarded-for': '192.0.2.1' } };
    expect((await wire('/metrics', proxied)).status).toBe(404);
  });
});
