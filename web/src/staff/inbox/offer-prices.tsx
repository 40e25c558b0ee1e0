import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import { api, unwrap } from '../../api/client';
import { useFormat, useSpeech } from '../../i18n';
import { useFieldError } from '../../ui/form';
import { onEnter } from '../on-enter';
import { centsOf, typedPrice } from './cents';
import type { OrderDetail } from './queries';
import { LineMore } from './sent-lines';

const AFTER_TYPING_MS = 250;

/** As the API points at it. */
export function priceField(position: number): string {
  return `lines/${position}/netPriceCents`;
}

/** A price for each line; what they come to with tax is what the server says. */
export function OfferPrices({ order }: { readonly order: OrderDetail }): ReactNode {
  const { texts, language } = useSpeech();
  const { inbox } = texts;
  const body = useRef<HTMLTableSectionElement>(null);
  const timer = useRef<number>(undefined);
  const [prices, setPrices] = useState<readonly (number | undefined)[]>([]);
  const read = useCallback((): void => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      const inputs = [...(body.current?.querySelectorAll('input') ?? [])];
      setPrices(inputs.map(({ value }) => centsOf(value, language)));
    }, AFTER_TYPING_MS);
  }, [language]);
  // After the form has put a draft into the fields.
  useEffect(() => {
    read();
    return () => clearTimeout(timer.current);
  }, [read]);
  return (
    <div onInput={read}>
      <table className="table offer-lines" aria-label={inbox.prices}>
        <thead>
          <tr>
            <th scope="col">{inbox.article}</th>
            <th scope="col" className="amount">
              {inbox.quantity}
            </th>
            <th scope="col" className="amount">
              {inbox.listPrice}
            </th>
            <th scope="col" className="amount">
              {inbox.netPrice}
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {order.lines.map((line, position) => (
            <PriceRow
              key={line.id}
              line={line}
              position={position}
              currency={order.totals?.currency ?? 'EUR'}
            />
          ))}
        </tbody>
      </table>
      <OfferTotals order={order} prices={prices} />
    </div>
  );
}

interface PriceRowProps {
  readonly line: OrderDetail['lines'][number];
  readonly position: number;
  readonly currency: string;
}

function PriceRow({ line, position, currency }: PriceRowProps): ReactNode {
  const { texts, format, language } = useSpeech();
  const id = useId();
  const name = priceField(position);
  const fieldError = useFieldError(name);
  const before = line.netPriceCents ?? line.listPriceCents;
  return (
    <tr>
      <th scope="row">
        {line.name}
        <LineMore line={line} />
      </th>
      <td className="amount">
        <CellHead text={texts.inbox.quantity} />
        {line.quantity} {line.unit}
      </td>
      <td className="amount muted">
        <CellHead text={texts.inbox.listPrice} />
        {line.listPriceCents === undefined ? '–' : format.money(line.listPriceCents, currency)}
      </td>
      <td className="amount">
        <CellHead text={texts.inbox.netPrice} />
        <input
          className="input price"
          name={name}
          aria-label={texts.inbox.priceOf(line.name)}
          inputMode="decimal"
          autoComplete="off"
          required
          onFocus={({ currentTarget }) => currentTarget.select()}
          onKeyDown={onEnter(focusNext)}
          defaultValue={before === undefined ? '' : typedPrice(before, language)}
          aria-invalid={fieldError ? true : undefined}
          aria-describedby={fieldError ? id : undefined}
        />
        {fieldError && (
          <p className="error small" id={id}>
            {fieldError}
          </p>
        )}
      </td>
    </tr>
  );
}

/** On narrow screens; for ears the table keeps its own. */
function CellHead({ text }: { readonly text: string }): ReactNode {
  return (
    <span className="cell-head" aria-hidden>
      {text}
    </span>
  );
}

/** An offer binds, and is not sent with the prices that are still to come. */
function focusNext(field: HTMLInputElement): void {
  const fields = [...(field.form?.querySelectorAll('input') ?? [])];
  fields[fields.indexOf(field) + 1]?.focus();
}

interface TotalsProps {
  readonly order: OrderDetail;
  readonly prices: readonly (number | undefined)[];
}

function OfferTotals({ order, prices }: TotalsProps): ReactNode {
  const { inbox } = useSpeech().texts;
  const format = useFormat();
  const lines = order.lines.flatMap(({ id }, position) => {
    const netPriceCents = prices[position];
    return netPriceCents === undefined ? [] : [{ lineId: id, netPriceCents }];
  });
  const { data } = useQuery({
    queryKey: ['getOfferTotals', { order: order.id, lines }],
    queryFn: async ({ signal }) =>
      unwrap(
        await api.POST('/api/v1/staff/orders/{id}/offer-totals', {
          params: { path: { id: order.id } },
          body: { lines },
          signal,
        }),
      ),
    enabled: lines.length === order.lines.length,
    placeholderData: keepPreviousData,
  });
  const complete = lines.length === order.lines.length;
  const money = (cents: number | undefined): string =>
    complete && data && cents !== undefined ? format.money(cents, data.currency) : '–';
  return (
    <dl className="offer-totals" aria-live="polite">
      <dt>{inbox.totalNet}</dt>
      <dd>{money(data?.netCents)}</dd>
      {data?.vat.map(({ vatRatePercent, vatCents }) => (
        <Rate
          key={vatRatePercent}
          label={inbox.vat(format.percent(vatRatePercent))}
          value={money(vatCents)}
        />
      ))}
      <dt className="total">{inbox.totalGross}</dt>
      <dd className="total">{money(data?.grossCents)}</dd>
    </dl>
  );
}

function Rate({ label, value }: { readonly label: string; readonly value: string }): ReactNode {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
