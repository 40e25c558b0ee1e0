import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useStatisticsTexts } from '../../i18n/statistics-texts';
import { useTenant } from '../../session/tenant';
import { Skeleton } from '../../ui/feedback';
import { Page } from '../../ui/page';
import { OrderFigures } from './order-figures';
import { articlesQuery, ordersQuery, printersQuery, runningTicketsQuery, ticketsQuery } from './queries';
import { DEFAULT_PERIOD, PERIODS } from './search';
import { TicketFigures } from './ticket-figures';
import '../../styles/table.css';
import '../../styles/statistics.css';

/** How much there is to do, how fast it is done, and what is ordered. */
export function StatisticsPage(): ReactNode {
  const texts = useStatisticsTexts();
  const { slug } = useTenant();
  const { months = DEFAULT_PERIOD } = useSearch({ from: '/staff/$slug/workplace/statistics' });
  // All at once: what comes later would push down what is being read.
  const figures = [
    useQuery(runningTicketsQuery),
    useQuery(ticketsQuery(months)),
    useQuery(ordersQuery(months)),
    useQuery(articlesQuery(months)),
    useQuery(printersQuery(months)),
  ];
  return (
    <Page
      title={texts.title}
      below={
        <div className="tools no-print">
          <nav className="segments" aria-label={texts.period}>
            {PERIODS.map((period) => (
              <Link
                key={period}
                to="/staff/$slug/statistics"
                params={{ slug }}
                search={{ months: period === DEFAULT_PERIOD ? undefined : period }}
                activeOptions={{ explicitUndefined: true }}
              >
                {texts.months(period)}
              </Link>
            ))}
          </nav>
        </div>
      }
    >
      {figures.some(({ isLoading }) => isLoading) ? (
        <Skeleton lines={9} />
      ) : (
        <>
          <TicketFigures months={months} />
          <OrderFigures months={months} />
        </>
      )}
    </Page>
  );
}
