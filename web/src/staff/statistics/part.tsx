import type { UseQueryResult } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSpeech } from '../../i18n';
import { useStatisticsTexts } from '../../i18n/statistics-texts';
import { Failure } from '../../ui/feedback';
import { fileOf, type Table } from './queries';

interface PartProps<Data> {
  readonly title: string;
  readonly table: Table;
  readonly months: number;
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** Some figures under one heading, with the way to take them along. */
export function Part<Data>({ title, table, months, query, children }: PartProps<Data>): ReactNode {
  const { language } = useSpeech();
  const { file } = useStatisticsTexts();
  return (
    <section className="stack" aria-label={title}>
      <div className="chart-head">
        <h2>{title}</h2>
        <a className="button quiet no-print" href={fileOf(table, months, language)} download>
          <Download size={18} aria-hidden />
          {file}
          <span className="visually-hidden">: {title}</span>
        </a>
      </div>
      {query.data !== undefined && <div className="charts">{children(query.data)}</div>}
      {query.isError && !query.data && <Failure error={query.error} retry={() => void query.refetch()} />}
    </section>
  );
}
