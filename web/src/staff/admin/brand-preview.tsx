import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useTexts } from '../../i18n';
import { Brand } from '../../session/brand';
import { TenantContext, useTenant } from '../../session/tenant';
import { accentTokens } from '../../ui/accent';
import type { Settings } from './queries';

const LOOKS = ['light', 'dark'] as const;

interface BrandPreviewProps {
  readonly color: string;
  readonly settings: Settings;
}

/** The head of the portal and a button as customers see them, in both looks at once. */
export function BrandPreview({ color, settings }: BrandPreviewProps): ReactNode {
  const { brand } = useTexts().admin;
  return (
    <section className="card stack" aria-labelledby="preview">
      <h2 id="preview">{brand.preview}</h2>
      <div className="previews">
        {LOOKS.map((look) => (
          <Look key={look} look={look} color={color} settings={settings} />
        ))}
      </div>
    </section>
  );
}

function Look({ look, color, settings }: BrandPreviewProps & { look: (typeof LOOKS)[number] }): ReactNode {
  const { brand, settings: texts } = useTexts().admin;
  const { common } = useTexts();
  const tenant = useTenant();
  const pane = useRef<HTMLDivElement>(null);
  // Through the object model, which the content security policy allows.
  useLayoutEffect(() => {
    const { style } = pane.current ?? {};
    const tokens = accentTokens(color);
    for (const [name, value] of Object.entries(tokens)) style?.setProperty(name, value);
    style?.setProperty('--accent', 'light-dark(var(--accent-light), var(--accent-dark))');
  }, [color]);
  return (
    <figure className="stack">
      <figcaption className="small muted">{common.themes[look]}</figcaption>
      <div ref={pane} className={`preview ${look}`} aria-hidden>
        <TenantContext
          value={{ ...tenant, portalName: settings.portalName, logo: settings.logo ?? undefined }}
        >
          <Brand />
        </TenantContext>
        <span className="preview-place">{texts.onlineShop}</span>
        <span className="button primary">{brand.button}</span>
      </div>
    </figure>
  );
}
