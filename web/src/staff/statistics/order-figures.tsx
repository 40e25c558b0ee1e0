import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormat } from '../../i18n';
import { useStatisticsTexts } from '../../i18n/statistics-texts';
import { useTenant } from '../../session/tenant';
import { Chart } from './chart';
import { useMonthName } from './months';
import { Part } from './part';
import { articlesQuery, ordersQuery, printersQuery } from './queries';
import { Ranking } from './ranking';

export function OrderFigures({ months }: { readonly months: number }): ReactNode {
  const texts = useStatisticsTexts();
  const format = useFormat();
  const monthName = useMonthName();
  const count = (value: number): string => format.number(value);
  const { slug } = useTenant();
  return (
    <>
      <Part
        title={texts.ordersAndOffers}
        table="orders"
        months={months}
        query={useQuery(ordersQuery(months))}
      >
        {({ items, currency }) => {
          const names = items.map(({ month }) => monthName(month));
          const money = (cents: number): string => format.money(cents, currency);
          return (
            <>
              <Chart
                title={texts.amounts}
                text={texts.amountsText}
                of={texts.month}
                names={names}
                series={[
                  { name: texts.orders, values: items.map(({ ordersNetCents }) => ordersNetCents) },
                  { name: texts.offers, values: items.map(({ offersNetCents }) => offersNetCents) },
                  { name: texts.accepted, values: items.map(({ acceptedNetCents }) => acceptedNetCents) },
                ]}
                format={money}
              />
              <Chart
                title={texts.numbers}
                text={texts.numbersText}
                of={texts.month}
                names={names}
                series={[
                  { name: texts.orders, values: items.map(({ orders }) => orders) },
                  { name: texts.quoteRequests, values: items.map(({ quoteRequests }) => quoteRequests) },
                  { name: texts.offers, values: items.map(({ offers }) => offers) },
                  { name: texts.accepted, values: items.map(({ accepted }) => accepted) },
                ]}
                format={count}
                besides={[
                  {
                    name: texts.acceptedShare,
                    cells: items.map(({ acceptedPercent }) =>
                      acceptedPercent === null ? '–' : format.percent(acceptedPercent),
                    ),
                  },
                ]}
              />
            </>
          );
        }}
      </Part>
      <Part title={texts.articles} table="articles" months={months} query={useQuery(articlesQuery(months))}>
        {({ items, currency }) => (
          <Ranking
            title={texts.articlesMost}
            of={texts.article}
            currency={currency}
            rows={items.map(({ number, name, ...figures }) => ({
              ...figures,
              under: number,
              name: (
                <Link to="/staff/$slug/catalog" params={{ slug }} search={{ q: number }}>
                  {name}
                </Link>
              ),
            }))}
          />
        )}
      </Part>
      <Part title={texts.printers} table="printers" months={months} query={useQuery(printersQuery(months))}>
        {({ items, currency }) => (
          <Ranking
            title={texts.printersMost}
            of={texts.printer}
            currency={currency}
            rows={items.map(({ name, model, location, customer, ...figures }) => ({
              ...figures,
              under: [model, customer?.name, location].filter(Boolean).join(' · '),
              name: customer ? (
                <Link to="/staff/$slug/customers/$id" params={{ slug, id: customer.id }}>
                  {name}
                </Link>
              ) : (
                name
              ),
            }))}
          />
        )}
      </Part>
    </>
  );
}
