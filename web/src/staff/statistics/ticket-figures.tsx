import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useFormat, useTexts } from '../../i18n';
import { useStatisticsTexts } from '../../i18n/statistics-texts';
import { Chart } from './chart';
import { useMonthName } from './months';
import { Part } from './part';
import { runningTicketsQuery, ticketsQuery } from './queries';

const AGES = ['withinDay', 'withinWeek', 'withinMonth', 'older'] as const;
const HOUR = 60;
const DAY = 1_440;

export function TicketFigures({ months }: { readonly months: number }): ReactNode {
  const texts = useStatisticsTexts();
  const { staffTickets } = useTexts();
  const format = useFormat();
  const monthName = useMonthName();
  const count = (value: number): string => format.number(value);
  const duration = (minutes: number): string => {
    if (minutes < HOUR) return texts.minutes(format.number(minutes));
    return minutes < 2 * DAY
      ? texts.hours(format.number(minutes / HOUR))
      : texts.days(format.number(minutes / DAY));
  };
  return (
    <>
      <Part
        title={texts.running}
        table="running-tickets"
        months={months}
        query={useQuery(runningTicketsQuery)}
      >
        {({ items }) => (
          <Chart
            title={texts.byAge}
            of={texts.status}
            names={items.map(({ status }) => staffTickets.status[status])}
            series={AGES.map((age) => ({ name: texts.ages[age], values: items.map((item) => item[age]) }))}
            format={count}
            besides={[{ name: texts.total, cells: items.map(({ total }) => format.number(total)) }]}
          />
        )}
      </Part>
      <Part title={texts.tickets} table="tickets" months={months} query={useQuery(ticketsQuery(months))}>
        {({ items }) => {
          const names = items.map(({ month }) => monthName(month));
          return (
            <>
              <Chart
                title={texts.recordedAndResolved}
                text={texts.resolvedText}
                of={texts.month}
                names={names}
                series={[
                  { name: texts.recorded, values: items.map(({ recorded }) => recorded) },
                  { name: texts.resolved, values: items.map(({ resolved }) => resolved) },
                ]}
                format={count}
              />
              <Chart
                title={texts.firstAnswer}
                text={texts.firstAnswerText}
                of={texts.month}
                names={names}
                series={[
                  { name: texts.median, values: items.map(({ answerMedian }) => answerMedian) },
                  {
                    name: texts.ninetieth,
                    values: items.map(({ answerPercentile90 }) => answerPercentile90),
                  },
                ]}
                format={duration}
                besides={[
                  { name: texts.answered, cells: items.map(({ answered }) => format.number(answered)) },
                ]}
              />
              <Chart
                title={texts.resolution}
                of={texts.month}
                names={names}
                series={[
                  { name: texts.median, values: items.map(({ resolutionMedian }) => resolutionMedian) },
                  {
                    name: texts.ninetieth,
                    values: items.map(({ resolutionPercentile90 }) => resolutionPercentile90),
                  },
                ]}
                format={duration}
              />
            </>
          );
        }}
      </Part>
    </>
  );
}
