import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Pencil } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { api, unwrap } from '../../api/client';
import { useTexts } from '../../i18n';
import { BackLink } from '../../session/back-link';
import { useTenant } from '../../session/tenant';
import { Failure, Skeleton } from '../../ui/feedback';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { EditRecord } from '../customers/edit-record';
import { AccessorySet } from './accessory-set';
import { usePrinterModelFields } from './printer-model-fields';
import { accessoriesQuery, type PrinterModel, printerModelQuery, printerModelsHaveChanged } from './queries';
import '../../styles/table.css';
import '../../styles/staff-catalog.css';

export function PrinterModelPage(): ReactNode {
  const { id } = useParams({ from: '/staff/$slug/workplace/catalog/printer-models/$id' });
  const model = useQuery(printerModelQuery(id));
  return <Loaded query={model}>{(data) => <ModelView key={id} model={data} />}</Loaded>;
}

function ModelView({ model }: { readonly model: PrinterModel }): ReactNode {
  const { models: texts } = useTexts().catalog;
  const { slug } = useTenant();
  const [editing, setEditing] = useState(false);
  const accessories = useQuery(accessoriesQuery(model.id));
  return (
    <Page
      title={`${model.manufacturer} ${model.name}`}
      above={<BackLink to="/staff/$slug/catalog/printer-models" />}
      actions={
        <>
          <Link
            to="/staff/$slug/catalog/devices"
            params={{ slug }}
            search={{ model: model.id }}
            className="button"
          >
            {texts.devices}
          </Link>
          <button type="button" className="button" onClick={() => setEditing(true)}>
            <Pencil size={18} aria-hidden />
            {texts.edit}
          </button>
        </>
      }
    >
      {accessories.isPending && <Skeleton lines={6} />}
      {accessories.isError && !accessories.data && (
        <Failure error={accessories.error} retry={() => void accessories.refetch()} />
      )}
      {accessories.data && <AccessorySet modelId={model.id} set={accessories.data} />}
      {editing && <EditModel model={model} onClose={() => setEditing(false)} />}
    </Page>
  );
}

interface EditModelProps {
  readonly model: PrinterModel;
  readonly onClose: () => void;
}

function EditModel({ model, onClose }: EditModelProps): ReactNode {
  const { models: texts } = useTexts().catalog;
  const path = { id: model.id };
  return (
    <EditRecord
      title={texts.edit}
      fields={usePrinterModelFields()}
      record={model}
      onClose={onClose}
      read={async () => unwrap(await api.GET('/api/v1/staff/printer-models/{id}', { params: { path } }))}
      save={async (version, { manufacturer, name }) => {
        const header = { 'If-Match': `"${version}"` };
        // These are never empty: the form requires them.
        const body = { manufacturer: manufacturer ?? undefined, name: name ?? undefined };
        unwrap(await api.PATCH('/api/v1/staff/printer-models/{id}', { params: { path, header }, body }));
        await printerModelsHaveChanged();
      }}
    />
  );
}
