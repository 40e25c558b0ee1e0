import { useRouter } from '@tanstack/react-router';
import { ImageUp, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { api, unwrap } from '../../api/client';
import { keepAnswer } from '../../api/queries';
import { useTexts } from '../../i18n';
import { failureText } from '../../ui/failure';
import { Notice } from '../../ui/feedback';
import { useAnnounce } from '../../ui/status';
import { readSettings, type Settings, settingsQuery } from './queries';
import '../../styles/files.css';

/** The logo is there, or gone, as soon as it is chosen. */
export function LogoSetting({ logo }: Pick<Settings, 'logo'>): ReactNode {
  const { admin, common } = useTexts();
  const { brand } = admin;
  const router = useRouter();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');

  const change = async (act: () => Promise<unknown>, done: string): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setRefusal('');
    try {
      await act();
      announce(done);
      await router.invalidate();
    } catch (error) {
      setRefusal(failureText(error, common.failed));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="card setting" aria-labelledby="logo">
      <div>
        <h2 id="logo">{brand.logo}</h2>
        <p className="muted small">{brand.logoText}</p>
      </div>
      <div className="stack">
        {refusal && (
          <Notice tone="bad" role="alert">
            {refusal}
          </Notice>
        )}
        <p>{logo ? brand.logoSize(logo.width, logo.height) : brand.noLogo}</p>
        <div className="actions" aria-busy={busy}>
          <label className="button files-button">
            <ImageUp size={18} aria-hidden />
            {logo ? brand.replaceLogo : brand.addLogo}
            <input
              type="file"
              accept="image/png,image/jpeg,image/webp"
              className="visually-hidden"
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? [];
                if (file) void change(() => upload(file), brand.logoSaved);
                currentTarget.value = '';
              }}
            />
          </label>
          {logo && (
            <button type="button" className="button" onClick={() => void change(remove, brand.logoRemoved)}>
              <Trash2 size={18} aria-hidden />
              {brand.removeLogo}
            </button>
          )}
        </div>
      </div>
    </section>
  );
}

async function upload(file: File): Promise<void> {
  const form = new FormData();
  form.set('file', file);
  const saved = unwrap(
    await api.PUT('/api/v1/staff/settings/logo', { body: { file: '' }, bodySerializer: () => form }),
  );
  keepAnswer(settingsQuery.queryKey, saved);
}

async function remove(): Promise<void> {
  unwrap(await api.DELETE('/api/v1/staff/settings/logo'));
  await readSettings();
}
