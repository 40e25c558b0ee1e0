import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Circle, CircleCheck, CircleOff, type LucideIcon } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { failureText } from '../../ui/failure';
import { Notice, Pill, type Tone } from '../../ui/feedback';
import { Loaded } from '../../ui/loaded';
import { useAnnounce } from '../../ui/status';
import { AdminPage } from '../admin/admin-page';
import type { ImportKind } from '../catalog/search';
import { changeFirstSteps, type FirstStep, type FirstSteps, firstStepsQuery } from './queries';
import { TestMail } from './test-mail';

const LOOKS: Record<FirstStep['state'], { tone: Tone; icon: LucideIcon }> = {
  OPEN: { tone: 'info', icon: Circle },
  DONE: { tone: 'good', icon: CircleCheck },
  SKIPPED: { tone: 'neutral', icon: CircleOff },
};

/** What there is to do on a first day, with how far that has come. */
export function FirstStepsPage(): ReactNode {
  const { steps: texts } = useTexts().setup;
  const steps = useQuery(firstStepsQuery);
  return (
    <AdminPage title={texts.title}>
      <Loaded query={steps}>{(data) => <Steps view={data} />}</Loaded>
    </AdminPage>
  );
}

function Steps({ view }: { readonly view: FirstSteps }): ReactNode {
  const { setup, common } = useTexts();
  const { steps: texts } = setup;
  const announce = useAnnounce();
  const [refusal, setRefusal] = useState('');
  const change = async (body: Parameters<typeof changeFirstSteps>[0], done: string): Promise<void> => {
    setRefusal('');
    try {
      await changeFirstSteps(body);
      announce(done);
    } catch (error) {
      setRefusal(failureText(error, common.failed));
    }
  };
  const settled = view.steps.filter(({ state }) => state !== 'OPEN').length;
  return (
    <>
      <p className="muted">{texts.text}</p>
      <p>
        <progress max={view.steps.length} value={settled} aria-label={texts.title} />{' '}
        {texts.progress(settled, view.steps.length)}
      </p>
      {refusal && (
        <Notice tone="bad" role="alert">
          {refusal}
        </Notice>
      )}
      <ol className="first-steps">
        {view.steps.map(({ step, state }) => (
          <li key={step} className="card setting">
            <div>
              <h2>{texts.titles[step]}</h2>
              <Pill {...LOOKS[state]}>{texts.states[state]}</Pill>
            </div>
            <div className="stack">
              <p>{texts.texts[step]}</p>
              {step === 'SENDER' && <TestMail />}
              <div className="actions">
                <StepLink step={step} />
                {state !== 'DONE' && (
                  <button
                    type="button"
                    className="button quiet"
                    aria-label={(state === 'OPEN' ? texts.skipNamed : texts.takeUpNamed)(texts.titles[step])}
                    onClick={() =>
                      void (state === 'OPEN'
                        ? change({ skip: step }, texts.skipped(texts.titles[step]))
                        : change({ takeUp: step }, texts.takenUp(texts.titles[step])))
                    }
                  >
                    {state === 'OPEN' ? texts.skip : texts.takeUp}
                  </button>
                )}
              </div>
            </div>
          </li>
        ))}
      </ol>
      <div className="actions">
        <button
          type="button"
          className="button"
          onClick={() =>
            void change({ dismissed: !view.dismissed }, view.dismissed ? texts.shown : texts.dismissed)
          }
        >
          {view.dismissed ? texts.show : texts.dismiss}
        </button>
      </div>
    </>
  );
}

/** What is imported from files, with the name of the way there. */
const IMPORTS = {
  CUSTOMERS: { CUSTOMERS: 'customers' },
  CONTACTS: { CONTACTS: 'contacts' },
  ARTICLES: { ARTICLES: 'articles' },
  DEVICES: { PRINTER_MODELS: 'printer-models', DEVICES: 'devices' },
} as const;
const PLACES = {
  BRAND: '/staff/$slug/brand',
  SENDER: '/staff/$slug/settings',
  INVITATION: '/staff/$slug/customers',
} as const;

/** Where a step is taken. */
function StepLink({ step }: Pick<FirstStep, 'step'>): ReactNode {
  const { ways } = useTexts().setup.steps;
  const params = { slug: useTenant().slug };
  const look = { className: 'button', params } as const;
  if (!(step in IMPORTS)) {
    const place = step as keyof typeof PLACES;
    return (
      <Link to={PLACES[place]} {...look}>
        {ways[place]}
      </Link>
    );
  }
  const kinds = Object.entries(IMPORTS[step as keyof typeof IMPORTS]) as [keyof typeof ways, ImportKind][];
  return (
    <>
      {kinds.map(([name, kind]) => (
        <Link key={kind} to="/staff/$slug/catalog/imports" search={{ kind }} {...look}>
          {ways[name]}
        </Link>
      ))}
      {step === 'CUSTOMERS' && (
        <Link to="/staff/$slug/customers" {...look}>
          {ways.CUSTOMER}
        </Link>
      )}
    </>
  );
}
