import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Boxes, Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useAttempt } from '../../api/attempts';
import { api, unwrap } from '../../api/client';
import { queries } from '../../api/queries';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { Dialog } from '../../ui/dialog';
import { Empty, Failure, Skeleton } from '../../ui/feedback';
import { Form, Submit } from '../../ui/form';
import { LoadMore } from '../../ui/load-more';
import { SearchBox } from '../../ui/search-box';
import { useAnnounce } from '../../ui/status';
import type { Values } from '../../ui/values';
import { ExportLink } from '../export-link';
import { RecordFields } from '../customers/record-fields';
import { CatalogPage } from './catalog-page';
import { usePrinterModelFields } from './printer-model-fields';
import { type PrinterModel, printerModelsQuery } from './queries';

/** The printer models, each with how many articles fit it. */
export function PrinterModelsPage(): ReactNode {
  const { models: texts } = useTexts().catalog;
  const navigate = useNavigate({ from: '/staff/$slug/catalog/printer-models' });
  const { q } = useSearch({ from: '/staff/$slug/workplace/catalog/printer-models' });
  const [adding, setAdding] = useState(false);
  return (
    <CatalogPage
      title={texts.title}
      actions={
        <div className="actions">
          <ExportLink kind="printer-models" />
          <button type="button" className="button primary" onClick={() => setAdding(true)}>
            <Plus size={18} aria-hidden />
            {texts.add}
          </button>
        </div>
      }
    >
      <div className="tools">
        <SearchBox
          label={texts.searchLabel}
          placeholder={texts.searchHint}
          value={q ?? ''}
          onSearch={(words) => void navigate({ search: { q: words || undefined }, replace: true })}
        />
      </div>
      <PrinterModels q={q} />
      {adding && <NewPrinterModel onClose={() => setAdding(false)} />}
    </CatalogPage>
  );
}

function PrinterModels({ q }: { readonly q: string | undefined }): ReactNode {
  const { models: texts } = useTexts().catalog;
  const list = useInfiniteQuery(printerModelsQuery({ q }));
  if (list.isPending) return <Skeleton lines={9} />;
  if (list.isError && !list.data) return <Failure error={list.error} retry={() => void list.refetch()} />;
  const found = list.data.pages.flatMap(({ items }) => items);
  if (found.length === 0) {
    return (
      <div className="card">
        <Empty icon={Boxes} title={q ? texts.nothingFound : texts.empty}>
          {q ? texts.nothingFoundText(q) : texts.emptyText}
        </Empty>
      </div>
    );
  }
  return (
    <>
      <table className="table" aria-label={texts.title}>
        <thead>
          <tr>
            <th scope="col">{texts.model}</th>
            <th scope="col" className="amount">
              {texts.accessories}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.map((model) => (
            <PrinterModelRow key={model.id} model={model} />
          ))}
        </tbody>
      </table>
      <LoadMore list={list} />
    </>
  );
}

function PrinterModelRow({ model }: { readonly model: PrinterModel }): ReactNode {
  const { models: texts } = useTexts().catalog;
  const { slug } = useTenant();
  const { id, manufacturer, name, accessoryCount } = model;
  return (
    <tr className="opens">
      <th scope="row">
        <Link to="/staff/$slug/catalog/printer-models/$id" params={{ slug, id }}>
          {manufacturer} {name}
        </Link>
      </th>
      <td className="amount">{texts.articles(accessoryCount)}</td>
    </tr>
  );
}

/** Leads to the page of the new model, where its accessories are put. */
function NewPrinterModel({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { catalog, common } = useTexts();
  const { models: texts } = catalog;
  const { slug } = useTenant();
  const attempt = useAttempt();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const send = async (values: Values): Promise<void> => {
    const body = { manufacturer: values.text('manufacturer'), name: values.text('name') };
    const { id } = await attempt(body, async (header) =>
      unwrap(await api.POST('/api/v1/staff/printer-models', { params: { header }, body })),
    );
    // Its list is left, and read when it is shown again.
    void queries.invalidateQueries({ queryKey: ['listPrinterModels'], refetchType: 'none' });
    announce(texts.added);
    await navigate({ to: '/staff/$slug/catalog/printer-models/$id', params: { slug, id } });
  };
  return (
    <Dialog title={texts.add} onClose={onClose}>
      <Form label={texts.add} onSend={send}>
        <RecordFields fields={usePrinterModelFields()} />
        <div className="actions end">
          <button type="button" className="button" onClick={onClose}>
            {common.cancel}
          </button>
          <Submit>{catalog.save}</Submit>
        </div>
      </Form>
    </Dialog>
  );
}
