import { Boxes, Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { api, unwrap } from '../../api/client';
import { useFormat, useTexts } from '../../i18n';
import { failureText } from '../../ui/failure';
import { Empty, Notice } from '../../ui/feedback';
import { useSay } from '../../ui/status';
import { AccessoryDialog } from './accessory-dialog';
import { type Accessory, printerModelsHaveChanged } from './queries';

interface AccessorySetProps {
  readonly modelId: string;
  readonly accessories: readonly Accessory[];
}

/** What fits a printer model: what its customers can order for each of their printers. */
export function AccessorySet({ modelId, accessories }: AccessorySetProps): ReactNode {
  const { catalog, common } = useTexts();
  const { accessories: texts } = catalog;
  const say = useSay();
  const [open, setOpen] = useState<Accessory | 'new'>();
  const [refusal, setRefusal] = useState('');

  const remove = async ({ id, name }: Accessory): Promise<void> => {
    setRefusal('');
    try {
      const path = { id: modelId, articleId: id };
      unwrap(
        await api.DELETE('/api/v1/staff/printer-models/{id}/accessories/{articleId}', { params: { path } }),
      );
      say(texts.removed(name));
    } catch (error) {
      setRefusal(failureText(error, common.failed));
    }
    await printerModelsHaveChanged();
  };
  return (
    <section className="stack" aria-labelledby="accessories">
      <div className="section-head">
        <h2 id="accessories">{texts.title}</h2>
        <button type="button" className="button" onClick={() => setOpen('new')}>
          <Plus size={18} aria-hidden />
          {texts.add}
        </button>
      </div>
      {refusal && (
        <Notice tone="bad" role="alert">
          {refusal}
        </Notice>
      )}
      {accessories.length === 0 ? (
        <div className="card">
          <Empty icon={Boxes} title={texts.empty}>
            {texts.emptyText}
          </Empty>
        </div>
      ) : (
        <table className="table" aria-labelledby="accessories">
          <thead>
            <tr>
              <th scope="col">{texts.article}</th>
              <th scope="col">{texts.kind}</th>
              <th scope="col" className="amount">
                {texts.yieldPages}
              </th>
              <th scope="col" className="amount">
                {catalog.articles.columns.price}
              </th>
              <th scope="col">
                <span className="visually-hidden">{texts.acts}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {accessories.map((accessory) => (
              <AccessoryRow
                key={accessory.id}
                accessory={accessory}
                onChange={() => setOpen(accessory)}
                onRemove={() => void remove(accessory)}
              />
            ))}
          </tbody>
        </table>
      )}
      {open && (
        <AccessoryDialog
          modelId={modelId}
          accessory={open === 'new' ? undefined : open}
          accessories={accessories}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}

interface AccessoryRowProps {
  readonly accessory: Accessory;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

function AccessoryRow({ accessory, onChange, onRemove }: AccessoryRowProps): ReactNode {
  const { accessories: texts, articles } = useTexts().catalog;
  const format = useFormat();
  const { name, number, kind, yieldPages, netPriceCents, currency, active } = accessory;
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="under number">{number}</span>
        {!active && <span className="under">{articles.inactive}</span>}
      </th>
      <td>{kind}</td>
      <td className="amount">{yieldPages !== null && texts.pages(format.number(yieldPages))}</td>
      <td className="amount">
        {netPriceCents === undefined ? articles.onRequest : format.money(netPriceCents, currency)}
      </td>
      <td>
        <div className="actions end">
          <button type="button" className="button" aria-label={texts.changeNamed(name)} onClick={onChange}>
            {texts.change}
          </button>
          <button type="button" className="button" aria-label={texts.removeNamed(name)} onClick={onRemove}>
            {texts.remove}
          </button>
        </div>
      </td>
    </tr>
  );
}
