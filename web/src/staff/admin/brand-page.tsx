import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useId, useState } from 'react';
import { isProblem } from '../../api/problems';
import { useTexts } from '../../i18n';
import { TextField } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { Loaded } from '../../ui/loaded';
import { useAnnounce } from '../../ui/status';
import type { Values } from '../../ui/values';
import { AdminPage } from './admin-page';
import { BrandPreview } from './brand-preview';
import { LogoSetting } from './logo-setting';
import { readSettings, saveSettings, type Settings, settingsQuery } from './queries';
import { Refused } from '../refused';

/** The colour of the web app itself, see tokens.css. */
const DEFAULT_ACCENT = '#0f5e6e';

export function BrandPage(): ReactNode {
  const query = useQuery(settingsQuery);
  return <Loaded query={query}>{(settings) => <Brand settings={settings} />}</Loaded>;
}

function Brand({ settings }: { readonly settings: Settings }): ReactNode {
  const { admin } = useTexts();
  const [color, setColor] = useState(settings.accentColor ?? '');
  const shown = isColor(color) ? color : DEFAULT_ACCENT;
  return (
    <AdminPage title={admin.brand.title}>
      <section className="card setting" aria-labelledby="accent">
        <div>
          <h2 id="accent">{admin.brand.color}</h2>
          <p className="muted small">{admin.brand.colorText}</p>
        </div>
        <AccentForm settings={settings} color={color} shown={shown} onColor={setColor} />
      </section>
      <LogoSetting logo={settings.logo} />
      <BrandPreview color={shown} settings={settings} />
    </AdminPage>
  );
}

interface AccentProps {
  readonly settings: Settings;
  /** As it was typed. */
  readonly color: string;
  readonly shown: string;
  readonly onColor: (color: string) => void;
}

function AccentForm({ settings, color, shown, onColor }: AccentProps): ReactNode {
  const { admin } = useTexts();
  const picker = useId();
  const router = useRouter();
  const announce = useAnnounce();
  const send = async (values: Values): Promise<void> => {
    try {
      await saveSettings(settings.version, { accentColor: values.optional('accentColor') ?? null });
    } catch (error) {
      if (!isProblem(error, 412)) throw error;
      await readSettings();
      throw new Refused(admin.changedMeanwhile);
    }
    announce(admin.saved);
    await router.invalidate();
  };
  return (
    <Form onSend={send} label={admin.brand.color}>
      <div className="color">
        <TextField
          name="accentColor"
          label={admin.brand.colorLabel}
          hint={admin.brand.colorHint}
          placeholder={DEFAULT_ACCENT}
          maxLength={7}
          value={color}
          onInput={({ currentTarget }) => onColor(currentTarget.value.trim())}
        />
        <input
          id={picker}
          type="color"
          aria-label={admin.brand.pick}
          value={shown.toLowerCase()}
          onInput={({ currentTarget }) => onColor(currentTarget.value)}
        />
      </div>
      <div className="actions">
        <Submit>{admin.save}</Submit>
      </div>
    </Form>
  );
}

function isColor(text: string): boolean {
  return /^#[\da-f]{6}$/i.test(text);
}
