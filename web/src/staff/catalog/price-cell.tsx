import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { useFormat, useSpeech, useTexts } from '../../i18n';
import { failureText } from '../../ui/failure';
import { useAnnounce } from '../../ui/status';
import { centsOf, typedPrice } from '../inbox/cents';
import { type Article, changeArticle, changedMeanwhile } from './queries';

/** The price of an article: pressed, it can be typed over. Enter saves, Escape leaves it as it was. */
export function PriceCell({ article }: { readonly article: Article }): ReactNode {
  const { articles } = useTexts().catalog;
  const button = useRef<HTMLButtonElement>(null);
  const [editing, setEditing] = useState(false);
  const price = usePriceText()(article);
  const close = (): void => {
    setEditing(false);
    // Once it is there again.
    setTimeout(() => button.current?.focus());
  };
  if (editing) return <PriceInput article={article} onClose={close} />;
  return (
    <button
      ref={button}
      type="button"
      className="cell-button"
      aria-label={articles.changePrice(article.name, price)}
      onClick={() => setEditing(true)}
    >
      {price}
    </button>
  );
}

function usePriceText(): (article: Pick<Article, 'netPriceCents' | 'currency'>) => string {
  const { onRequest } = useTexts().catalog.articles;
  const format = useFormat();
  return ({ netPriceCents, currency }) =>
    netPriceCents === undefined ? onRequest : format.money(netPriceCents, currency);
}

interface PriceInputProps {
  readonly article: Article;
  readonly onClose: () => void;
}

function PriceInput({ article, onClose }: PriceInputProps): ReactNode {
  const { texts, language } = useSpeech();
  const priceText = usePriceText();
  const { catalog, common } = texts;
  const announce = useAnnounce();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const busy = useRef(false);
  const [fieldError, setFieldError] = useState('');
  const { name, netPriceCents } = article;
  // Before anything can be typed: a second selection would take away the first digit.
  useLayoutEffect(() => input.current?.select(), []);

  const save = async (): Promise<void> => {
    // A field that is taken away loses the focus, too: nothing is meant by that.
    if (!input.current || busy.current) return;
    const typed = input.current.value.trim();
    // Without a price an article is asked for.
    const cents = typed === '' ? null : centsOf(typed, language);
    if (cents === undefined) {
      setFieldError(texts.inbox.priceInvalid);
      return;
    }
    if (cents === (netPriceCents ?? null)) {
      onClose();
      return;
    }
    busy.current = true;
    try {
      await changeArticle(article, { netPriceCents: cents });
      announce(catalog.saved);
      onClose();
    } catch (error) {
      const now = await changedMeanwhile(error, article.id);
      setFieldError(
        now ? catalog.articles.priceMeanwhile(priceText(now)) : failureText(error, common.failed),
      );
    } finally {
      busy.current = false;
    }
  };
  return (
    <span className="price-edit">
      <input
        ref={input}
        className="input price"
        aria-label={catalog.articles.priceOf(name)}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={netPriceCents === undefined ? '' : typedPrice(netPriceCents, language)}
        aria-invalid={fieldError ? true : undefined}
        aria-describedby={fieldError ? id : undefined}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void save();
          if (event.key === 'Escape') onClose();
        }}
        // Whoever goes on has decided; what was refused waits for another word.
        onBlur={() => !fieldError && void save()}
      />
      {fieldError && (
        <span className="error small" id={id} role="alert">
          {fieldError}
        </span>
      )}
    </span>
  );
}
