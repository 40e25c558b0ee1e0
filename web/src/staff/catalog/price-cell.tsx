import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { isProblem } from '../../api/problems';
import { useSpeech } from '../../i18n';
import { failureText } from '../../ui/failure';
import { useSay } from '../../ui/status';
import { centsOf, typedPrice } from '../inbox/cents';
import { type Article, articleIsNow, changeArticle, readArticle } from './queries';

/** The price of an article: pressed, it can be typed over. Enter saves, Escape leaves it as it was. */
export function PriceCell({ article }: { readonly article: Article }): ReactNode {
  const { texts, format } = useSpeech();
  const { articles } = texts.catalog;
  const button = useRef<HTMLButtonElement>(null);
  const [editing, setEditing] = useState(false);
  const { name, netPriceCents, currency } = article;
  const price = netPriceCents === undefined ? articles.onRequest : format.money(netPriceCents, currency);
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
      aria-label={articles.changePrice(name, price)}
      onClick={() => setEditing(true)}
    >
      {price}
    </button>
  );
}

interface PriceInputProps {
  readonly article: Article;
  readonly onClose: () => void;
}

function PriceInput({ article, onClose }: PriceInputProps): ReactNode {
  const { texts, format, language } = useSpeech();
  const { catalog, common } = texts;
  const say = useSay();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const busy = useRef(false);
  const [complaint, setComplaint] = useState('');
  const { name, netPriceCents, currency } = article;
  useEffect(() => input.current?.select(), []);

  const save = async (): Promise<void> => {
    const typed = input.current?.value.trim() ?? '';
    // Without a price an article is asked for.
    const cents = typed === '' ? null : centsOf(typed);
    if (busy.current) return;
    if (cents === undefined) {
      setComplaint(texts.inbox.priceInvalid);
      return;
    }
    if (cents === (netPriceCents ?? null)) {
      onClose();
      return;
    }
    busy.current = true;
    try {
      await changeArticle(article, { netPriceCents: cents });
      say(catalog.saved);
      onClose();
    } catch (error) {
      if (isProblem(error, 412)) {
        const now = await readArticle(article.id);
        articleIsNow(now);
        const price =
          now.netPriceCents === undefined
            ? catalog.articles.onRequest
            : format.money(now.netPriceCents, currency);
        setComplaint(catalog.articles.priceMeanwhile(price));
      } else setComplaint(failureText(error, common.failed));
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
        aria-invalid={complaint ? true : undefined}
        aria-describedby={complaint ? id : undefined}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void save();
          if (event.key === 'Escape') onClose();
        }}
        // Whoever goes on has decided; what was refused waits for another word.
        onBlur={() => !complaint && void save()}
      />
      {complaint && (
        <span className="error small" id={id} role="alert">
          {complaint}
        </span>
      )}
    </span>
  );
}
