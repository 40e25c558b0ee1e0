/**
 * Functions that run in Swagger UI, in the browser: they are sent there as text, so each stands for itself. Access
 * tokens live five minutes; without this, staff would have to authorize again and again.
 */

interface UiRequest {
  readonly url: string;
  headers?: Record<string, string>;
}

interface UiResponse {
  readonly url: string;
  readonly ok: boolean;
  readonly text: string;
}

interface UiWindow {
  portalSession?: { access: string; refresh: string; expires: number; renewing?: Promise<void> };
}

/** Keeps what the Authorize dialog got. */
export function rememberTokens(response: UiResponse): UiResponse {
  if (response.ok && response.url.endsWith('/api/v1/auth/token')) {
    const tokens = JSON.parse(response.text) as {
      access_token: string;
      refresh_token: string;
      expires_in: number;
    };
    (globalThis as UiWindow).portalSession = {
      access: tokens.access_token,
      refresh: tokens.refresh_token,
      expires: Date.now() + tokens.expires_in * 1000,
    };
  }
  return response;
}

/** Renews the session before it runs out and sends the newest token. */
export async function keepLoggedIn(request: UiRequest): Promise<UiRequest> {
  const session = (globalThis as UiWindow).portalSession;
  if (!session || !request.headers?.Authorization?.startsWith('Bearer ')) return request;
  const renew = async (): Promise<void> => {
    const answer = await fetch('/api/v1/auth/token', {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: session.refresh }),
    });
    if (!answer.ok) return;
    const tokens = (await answer.json()) as {
      access_token: string;
      refresh_token: string;
      expires_in: number;
    };
    session.access = tokens.access_token;
    session.refresh = tokens.refresh_token;
    session.expires = Date.now() + tokens.expires_in * 1000;
  };
  // A refresh token works once: requests at the same time share one renewal.
  if (session.expires - Date.now() < 60_000) {
    session.renewing ??= renew().finally(() => (session.renewing = undefined));
    await session.renewing;
  }
  request.headers.Authorization = `Bearer ${session.access}`;
  return request;
}
