import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { api, unwrap } from '../../api/client';
import { isProblem } from '../../api/problems';
import { keepAnswer, queries } from '../../api/queries';
import { useTexts } from '../../i18n';
import { failureText } from '../../ui/failure';
import { Failure, Notice, Skeleton } from '../../ui/feedback';
import { useAnnounce } from '../../ui/status';
import { sequentialUpdate } from '../sequential-update';
import { type ShopSettings, shopSettingsQuery } from './queries';

const SHOPS = ['onlineShop', 'printerShop'] as const;
const SWITCHES = ['enabled', 'showPrices'] as const;
const OVERRIDES = ['INHERIT', 'ON', 'OFF'] as const;

/** The shops of this customer: as for all customers, or on or off for this one; beside it what then holds. */
export function ShopSwitches({ customerId }: { readonly customerId: string }): ReactNode {
  const { customers: texts } = useTexts();
  const { data, isError, error, refetch } = useQuery(shopSettingsQuery(customerId));
  return (
    <section className="card stack" aria-labelledby="shops">
      <h2 id="shops">{texts.shops.title}</h2>
      {isError && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !isError && <Skeleton lines={4} />}
      {data && <Switches customerId={customerId} settings={data} />}
    </section>
  );
}

interface SwitchesProps {
  readonly customerId: string;
  readonly settings: ShopSettings;
}

function Switches({ customerId, settings }: SwitchesProps): ReactNode {
  const { customers, common } = useTexts();
  const { shops: texts } = customers;
  const announce = useAnnounce();
  const id = useId();
  const [refusal, setRefusal] = useState('');

  const change = async (
    shop: (typeof SHOPS)[number],
    which: (typeof SWITCHES)[number],
    value: string,
  ): Promise<void> => {
    const override = OVERRIDES.find((each) => each === value);
    if (!override) return;
    setRefusal('');
    try {
      const body = { [shop]: { [which]: override } };
      const path = { id: customerId };
      const read = { id: `shops of ${customerId}`, version: settings.version };
      const changed = await sequentialUpdate(read, async (header) =>
        unwrap(
          await api.PATCH('/api/v1/staff/customers/{id}/shop-settings', { params: { path, header }, body }),
        ),
      );
      keepAnswer(shopSettingsQuery(customerId).queryKey, changed);
      announce(customers.saved);
    } catch (error) {
      setRefusal(isProblem(error, 412) ? texts.changedMeanwhile : failureText(error, common.failed));
      // What it is by now.
      await queries.invalidateQueries({ queryKey: shopSettingsQuery(customerId).queryKey });
    }
  };
  return (
    <>
      {refusal && (
        <Notice tone="bad" role="alert">
          {refusal}
        </Notice>
      )}
      {SHOPS.map((shop) => (
        <div key={shop} role="group" className="stack" aria-labelledby={`${id}-${shop}`}>
          <h3 id={`${id}-${shop}`}>{texts[shop]}</h3>
          {SWITCHES.map((which) => {
            const now = settings[shop][which];
            return (
              <div key={which} className="field">
                <label htmlFor={`${id}-${shop}-${which}`}>{texts.switches[which]}</label>
                <select
                  id={`${id}-${shop}-${which}`}
                  className="input"
                  value={now}
                  aria-describedby={`${id}-${shop}-${which}-holds`}
                  onChange={({ currentTarget }) => {
                    const { value } = currentTarget;
                    // It shows what is so, until the server says otherwise.
                    currentTarget.value = now;
                    void change(shop, which, value);
                  }}
                >
                  {OVERRIDES.map((each) => (
                    <option key={each} value={each}>
                      {texts.overrides[each]}
                    </option>
                  ))}
                </select>
                <p className="hint" id={`${id}-${shop}-${which}-holds`}>
                  {texts.holds[which](settings[shop].effective[which])}
                </p>
              </div>
            );
          })}
        </div>
      ))}
    </>
  );
}
