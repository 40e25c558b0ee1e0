import { Boxes, Pencil } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useFormat, useTexts } from '../../i18n';
import { Empty } from '../../ui/feedback';
import { EditAccessories } from './edit-accessories';
import type { Accessories, Accessory } from './queries';

interface AccessorySetProps {
  readonly modelId: string;
  readonly set: Accessories;
}

/** What fits a printer model: what its customers can order for each of their printers. */
export function AccessorySet({ modelId, set }: AccessorySetProps): ReactNode {
  const { catalog } = useTexts();
  const { accessories: texts } = catalog;
  const heading = useRef<HTMLHeadingElement>(null);
  const [editing, setEditing] = useState(false);
  const turn = (toEditing: boolean): void => {
    setEditing(toEditing);
    // What had the focus is gone.
    heading.current?.focus();
  };
  return (
    <section className="stack" aria-labelledby="accessories">
      <div className="section-head">
        <h2 id="accessories" ref={heading} tabIndex={-1}>
          {texts.title}
        </h2>
        {!editing && (
          <button type="button" className="button" onClick={() => turn(true)}>
            <Pencil size={18} aria-hidden />
            {texts.edit}
          </button>
        )}
      </div>
      {editing ? (
        <EditAccessories modelId={modelId} set={set} onClose={() => turn(false)} />
      ) : (
        <AccessoryTable accessories={set.items} />
      )}
    </section>
  );
}

function AccessoryTable({ accessories }: { readonly accessories: readonly Accessory[] }): ReactNode {
  const { accessories: texts, articles } = useTexts().catalog;
  if (accessories.length === 0) {
    return (
      <div className="card">
        <Empty icon={Boxes} title={texts.empty}>
          {texts.emptyText}
        </Empty>
      </div>
    );
  }
  return (
    <table className="table" aria-labelledby="accessories">
      <thead>
        <tr>
          <th scope="col">{texts.article}</th>
          <th scope="col">{texts.kind}</th>
          <th scope="col" className="amount">
            {texts.yieldPages}
          </th>
          <th scope="col" className="amount">
            {articles.columns.price}
          </th>
        </tr>
      </thead>
      <tbody>
        {accessories.map((accessory) => (
          <AccessoryRow key={accessory.id} accessory={accessory} />
        ))}
      </tbody>
    </table>
  );
}

function AccessoryRow({ accessory }: { readonly accessory: Accessory }): ReactNode {
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
    </tr>
  );
}
