import { type ReactNode, useContext } from 'react';
import { useTexts } from '../i18n';
import { TenantContext } from './tenant';

const HEIGHT = 36;
const MAX_WIDTH = 120;

/** The portal's name with the tenant's logo; without one, a letter is its sign. */
export function Brand(): ReactNode {
  const { common } = useTexts();
  const tenant = useContext(TenantContext);
  const name = tenant?.portalName ?? common.app;
  const { logo, slug } = tenant ?? {};
  if (!logo) {
    return (
      <span className="brand">
        <span className="brand-mark" aria-hidden>
          {(tenant?.name ?? common.app).slice(0, 1).toUpperCase()}
        </span>
        <span className="brand-name">{name}</span>
      </span>
    );
  }
  // Known before it is loaded, so that nothing moves when it is there.
  const scale = Math.min(HEIGHT / logo.height, MAX_WIDTH / logo.width);
  return (
    <span className="brand">
      <img
        className="brand-logo"
        src={`/api/v1/public/tenants/${slug}/logo?v=${logo.version}`}
        width={Math.max(1, Math.round(logo.width * scale))}
        height={Math.max(1, Math.round(logo.height * scale))}
        alt=""
      />
      <span className="brand-name">{name}</span>
    </span>
  );
}
