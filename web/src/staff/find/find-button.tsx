import { Search } from 'lucide-react';
import { type ComponentType, type ReactNode, useCallback, useEffect, useState } from 'react';
import { useTexts } from '../../i18n';
import { useAnnounce } from '../../ui/status';
import { useShortcuts } from '../shortcuts';

type FindDialog = ComponentType<{ readonly onClose: () => void }>;

const load = (): Promise<{ readonly FindDialog: FindDialog }> => import('./find-dialog');

/** Opens the search over everything; so do Ctrl+K (⌘K) and / from any page. */
export function FindButton(): ReactNode {
  const { find: texts, common } = useTexts();
  const announce = useAnnounce();
  const [dialog, setDialog] = useState<{ readonly FindDialog: FindDialog }>();
  const open = useCallback(() => {
    load().then(setDialog, () => announce(common.failed.unreachable));
  }, [announce, common]);
  useShortcuts({ '/': open });
  useEffect(() => {
    // So that it opens at once, and what is typed meanwhile is no shortcut of the page.
    void load().catch(() => undefined);
  }, []);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isMeant = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isMeant || event.key.toLowerCase() !== 'k') return;
      // Browsers would search the web.
      event.preventDefault();
      if (!document.querySelector('dialog[open]')) open();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [open]);
  return (
    <>
      <button type="button" className="find-button" aria-keyshortcuts="Control+K Meta+K" onClick={open}>
        <Search size={20} aria-hidden />
        <span>{texts.open}</span>
        <kbd aria-hidden>{texts.keys}</kbd>
      </button>
      {dialog && <dialog.FindDialog onClose={() => setDialog(undefined)} />}
    </>
  );
}
