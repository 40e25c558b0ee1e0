import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { FileDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useAttempt } from '../../api/attempts';
import { queries } from '../../api/queries';
import { useTexts } from '../../i18n';
import { useImportTexts } from '../../i18n/import-texts';
import { useTenant } from '../../session/tenant';
import { failureText } from '../../ui/failure';
import { Failure, Notice, Skeleton } from '../../ui/feedback';
import { customerQuery } from '../tickets/queries';
import { CatalogPage } from './catalog-page';
import { FileZone } from './file-zone';
import { ImportColumns } from './import-columns';
import { ImportReport } from './import-report';
import { importTemplateQuery, type Mode, type Report, sendImport } from './imports';
import { type ImportKind, IMPORTS } from './search';

/** Files of other programs: template, file, dry run, and only then what is written. */
export function ImportsPage(): ReactNode {
  const texts = useImportTexts();
  const { slug } = useTenant();
  const { kind = 'articles', customer: customerId } = useSearch({
    from: '/staff/$slug/workplace/catalog/imports',
  });
  const template = useQuery(importTemplateQuery(kind, customerId !== undefined));
  return (
    <CatalogPage title={texts.title}>
      <nav className="segments" aria-label={texts.kind}>
        {IMPORTS.map((each) => (
          <Link
            key={each}
            to="/staff/$slug/catalog/imports"
            params={{ slug }}
            search={{ kind: each }}
            aria-current={each === kind ? 'page' : undefined}
          >
            {texts.kinds[each]}
          </Link>
        ))}
      </nav>
      {template.isLoading ? (
        <Skeleton lines={9} />
      ) : (
        <>
          {customerId && <OfCustomer customerId={customerId} />}
          <Template kind={kind} ofCustomer={customerId !== undefined} />
          <Import key={`${kind} ${customerId}`} kind={kind} customerId={customerId} />
        </>
      )}
    </CatalogPage>
  );
}

/** Whose contacts they are, with the way back, and the one to those of all. */
function OfCustomer({ customerId }: { readonly customerId: string }): ReactNode {
  const texts = useImportTexts();
  const { slug } = useTenant();
  const { data } = useQuery(customerQuery(customerId));
  return (
    <p className="row">
      <Link to="/staff/$slug/customers/$id" params={{ slug, id: customerId }}>
        {texts.ofCustomer(data?.customer.name ?? '')}
      </Link>
      <Link to="/staff/$slug/catalog/imports" params={{ slug }} search={{ kind: 'contacts' }}>
        {texts.ofAll}
      </Link>
    </p>
  );
}

interface TemplateProps {
  readonly kind: ImportKind;
  readonly ofCustomer: boolean;
}

function Template({ kind, ofCustomer }: TemplateProps): ReactNode {
  const texts = useImportTexts();
  const template = useQuery(importTemplateQuery(kind, ofCustomer));
  return (
    <section className="card stack" aria-labelledby="template">
      <h2 id="template">{texts.template}</h2>
      <p className="muted">{ofCustomer ? texts.ofCustomerText : texts.templateText[kind]}</p>
      {template.isError && <Failure error={template.error} retry={() => void template.refetch()} />}
      {template.data && (
        <>
          <div className="actions">
            <a
              className="button"
              href={`data:text/csv;charset=utf-8,${encodeURIComponent(template.data.csv)}`}
              download={template.data.fileName}
            >
              <FileDown size={18} aria-hidden />
              {texts.download}
            </a>
            {!ofCustomer && (
              <a className="button" href={`/api/v1/staff/${kind}/exports`} download>
                <FileDown size={18} aria-hidden />
                {texts.existing}
              </a>
            )}
          </div>
          <details>
            <summary>{texts.columns(template.data.columns.length)}</summary>
            <ImportColumns columns={template.data.columns} />
          </details>
        </>
      )}
    </section>
  );
}

interface ImportProps {
  readonly kind: ImportKind;
  readonly customerId: string | undefined;
}

function Import({ kind, customerId }: ImportProps): ReactNode {
  const { common } = useTexts();
  const texts = useImportTexts();
  const attempt = useAttempt();
  const [file, setFile] = useState<File>();
  const [report, setReport] = useState<Report>();
  const [running, setRunning] = useState<'check' | 'apply'>();
  const [refusal, setRefusal] = useState('');

  const run = async (what: 'check' | 'apply', act: () => Promise<Report>): Promise<void> => {
    if (running) return;
    setRunning(what);
    setRefusal('');
    try {
      setReport(await act());
    } catch (error) {
      setRefusal(failureText(error, common.failed));
    } finally {
      setRunning(undefined);
    }
  };
  const check = (chosen: File): void => {
    setFile(chosen);
    setReport(undefined);
    void run('check', () =>
      sendImport(kind, chosen, { dryRun: true, mode: 'ALL_OR_NOTHING', customerId }, {}),
    );
  };
  const apply = (checked: File, mode: Mode): void => {
    const { name, size, lastModified } = checked;
    void run('apply', async () => {
      const done = await attempt({ kind, customerId, mode, name, size, lastModified }, (header) =>
        sendImport(kind, checked, { dryRun: false, mode, customerId }, header),
      );
      // Everything that is shown may be another now, and who is invited from the report are those who are there now.
      queries.removeQueries({ queryKey: ['listContacts'], type: 'inactive' });
      void queries.invalidateQueries();
      return done;
    });
  };
  return (
    <section className="card stack" aria-labelledby="file">
      <h2 id="file">{texts.file}</h2>
      <FileZone
        label={texts.choose}
        hint={texts.fileHint}
        accept=".csv,.txt,text/csv"
        busy={running !== undefined}
        onFile={check}
      />
      {refusal && (
        <Notice tone="bad" role="alert">
          {file && <strong>{file.name}: </strong>}
          {refusal}
        </Notice>
      )}
      {running && file && (
        <div role="status">
          <p>{texts.running[running](file.name)}</p>
          <progress aria-label={texts.running[running](file.name)} />
        </div>
      )}
      {!running && report && file && (
        <ImportReport fileName={file.name} report={report} onApply={(mode) => apply(file, mode)} />
      )}
    </section>
  );
}
