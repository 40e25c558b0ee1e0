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
import { type Shown, useMergeChanges } from './form-values';
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
  const [typed, setTyped] = useState<Typed>();
  const color = typed?.color ?? settings.accentColor ?? '';
  const shown = isColor(color) ? color : DEFAULT_ACCENT;
  return (
    <AdminPage title={admin.brand.title}>
      <section className="card setting" aria-labelledby="accent">
        <div>
          <h2 id="accent">{admin.brand.color}</h2>
          <p className="muted small">{admin.brand.colorText}</p>
        </div>
        <AccentForm settings={settings} typed={typed} color={color} shown={shown} onTyped={setTyped} />
      </section>
      <LogoSetting logo={settings.logo} />
      <BrandPreview color={shown} settings={settings} />
    </AdminPage>
  );
}

/** What is typed, and the settings as they were when that began: what a colleague changes since is not overwritten unseen. */
interface Typed {
  readonly color: string;
  readonly since: Settings;
}

interface AccentProps {
  readonly settings: Settings;
  readonly typed: Typed | undefined;
  /** As it was typed. */
  readonly color: string;
  readonly shown: string;
  readonly onTyped: (typed: Typed | undefined) => void;
}

function AccentForm({ settings, typed, color, shown, onTyped }: AccentProps): ReactNode {
  const { admin } = useTexts();
  const mergeChanges = useMergeChanges();
  const since = typed?.since ?? settings;
  const type = (now: string): void => onTyped({ color: now, since });
  const picker = useId();
  const router = useRouter();
  const announce = useAnnounce();
  const send = async (values: Values, form: HTMLFormElement): Promise<void> => {
    const change = { accentColor: values.optional('accentColor') ?? null };
    try {
      await saveSettings(since.version, change);
    } catch (error) {
      if (!isProblem(error, 412)) throw error;
      const now = await readSettings();
      if (now.accentColor !== since.accentColor) {
        const said = mergeChanges(form, shownOf(since), shownOf(now));
        onTyped({ color, since: now });
        throw new Refused(`${said} ${admin.checkAgain}`);
      }
      // Something else of the settings, e.g. the logo, on this very page.
      await saveSettings(now.version, change);
    }
    onTyped(undefined);
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
          onInput={({ currentTarget }) => type(currentTarget.value.trim())}
        />
        <input
          id={picker}
          type="color"
          aria-label={admin.brand.pick}
          value={shown.toLowerCase()}
          onInput={({ currentTarget }) => type(currentTarget.value)}
        />
      </div>
      <div className="actions">
        <Submit>{admin.save}</Submit>
      </div>
    </Form>
  );
}

function shownOf({ accentColor }: Settings): Shown {
  return { accentColor: accentColor ?? '' };
}

function isColor(text: string): boolean {
  return /^#[\da-f]{6}$/i.test(text);
}
