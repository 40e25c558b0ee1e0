import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { isProblem } from '../../api/problems';
import { useTexts } from '../../i18n';
import { Form, Submit } from '../../ui/form';
import { Loaded } from '../../ui/loaded';
import { useAnnounce } from '../../ui/status';
import type { Values } from '../../ui/values';
import { AdminPage } from './admin-page';
import { changedIn, show, useMergeChanges } from './form-values';
import { useProof } from './proof';
import { readSettings, saveSettings, type Settings, settingsQuery } from './queries';
import { Refused } from '../refused';
import { AccessSection, LegalSection, MailSection, PortalSection, ShopSection } from './settings-sections';
import { bodyOf, shownOf } from './settings-values';

export function SettingsPage(): ReactNode {
  const { admin } = useTexts();
  const query = useQuery(settingsQuery);
  return (
    <Loaded query={query}>
      {(settings) => (
        <AdminPage title={admin.settings.title}>
          <SettingsForm read={settings} />
        </AdminPage>
      )}
    </Loaded>
  );
}

/** One form; what others have changed meanwhile is shown beside what was typed here, and never overwritten unseen. */
function SettingsForm({ read }: { readonly read: Settings }): ReactNode {
  const { admin } = useTexts();
  const router = useRouter();
  const announce = useAnnounce();
  const { prove, dialog } = useProof();
  const mergeChanges = useMergeChanges();
  const box = useRef<HTMLDivElement>(null);
  // What the form began with; `read` may have moved on.
  const [settings, setSettings] = useState(read);
  const sending = useRef(false);

  // What a colleague has just changed shows at once. Where both have changed the same, sending says so.
  useEffect(() => {
    const form = box.current?.querySelector('form');
    if (!form || sending.current || read.version <= settings.version) return;
    const [before, now] = [shownOf(settings), shownOf(read)];
    if (Object.keys(changedIn(form, before)).some((name) => now[name] !== before[name])) return;
    announce(mergeChanges(form, before, now));
    setSettings(read);
  }, [read, settings, announce, mergeChanges]);

  const send = async (_: Values, form: HTMLFormElement): Promise<void> => {
    const changed = changedIn(form, shownOf(settings));
    if (Object.keys(changed).length === 0) {
      announce(admin.nothingChanged);
      return;
    }
    sending.current = true;
    try {
      const saved = await prove((currentPassword) =>
        saveSettings(settings.version, { ...bodyOf(changed), currentPassword }),
      );
      setSettings(saved);
      show(form, shownOf(saved));
    } catch (error) {
      if (!isProblem(error, 412)) throw error;
      const now = await readSettings();
      const said = mergeChanges(form, shownOf(settings), shownOf(now));
      setSettings(now);
      throw new Refused(`${said} ${admin.checkAgain}`);
    } finally {
      sending.current = false;
    }
    announce(admin.saved);
    // The name of the portal stands on every page.
    await router.invalidate();
  };
  return (
    <div ref={box}>
      <Form onSend={send} label={admin.settings.title}>
        <PortalSection settings={settings} />
        <ShopSection settings={settings} />
        <MailSection settings={settings} />
        <AccessSection settings={settings} />
        <LegalSection settings={settings} />
        <div className="actions save-bar">
          <Submit>{admin.save}</Submit>
        </div>
      </Form>
      {dialog}
    </div>
  );
}
