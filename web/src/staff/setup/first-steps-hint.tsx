import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ListChecks } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useCan } from '../../session/me';
import { useTenant } from '../../session/tenant';
import { failureText } from '../../ui/failure';
import { useAnnounce } from '../../ui/status';
import { changeFirstSteps, firstStepsQuery } from './queries';

/** Leads admins to what there is to do first, until it is done or they do not want to hear of it. */
export function FirstStepsHint(): ReactNode {
  const { setup, common } = useTexts();
  const { steps: texts } = setup;
  const { slug } = useTenant();
  const can = useCan();
  const announce = useAnnounce();
  const { data: view } = useQuery({ ...firstStepsQuery, enabled: can('ADMINISTRATION') });
  const open = view?.steps.filter(({ state }) => state === 'OPEN').length ?? 0;
  if (!view || view.dismissed || open === 0) return null;
  const dismiss = async (): Promise<void> => {
    try {
      await changeFirstSteps({ dismissed: true });
      announce(texts.dismissed);
      // The button goes with the hint.
      document.querySelector('h1')?.focus();
    } catch (error) {
      announce(failureText(error, common.failed));
    }
  };
  return (
    <section className="card stack" aria-label={texts.title}>
      <div>
        <strong>{texts.title}</strong>
        <p className="muted small">{texts.progress(view.steps.length - open, view.steps.length)}</p>
      </div>
      <div className="actions">
        <Link to="/staff/$slug/first-steps" params={{ slug }} className="button primary">
          <ListChecks size={18} aria-hidden />
          {texts.goOn}
        </Link>
        <button type="button" className="button quiet" onClick={() => void dismiss()}>
          {texts.dismiss}
        </button>
      </div>
    </section>
  );
}
