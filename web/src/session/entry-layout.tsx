import { type ReactNode, useContext } from 'react';
import { chooseLanguage, LANGUAGES, useSpeech, useTexts } from '../i18n';
import { Brand } from './brand';
import { type Tenant, TenantContext } from './tenant';
import '../styles/entry.css';

/** Around everything that is seen without being logged in: one card, the brand above, the law below. */
export function EntryLayout({ children }: { readonly children: ReactNode }): ReactNode {
  const tenant = useContext(TenantContext);
  return (
    <div className="entry">
      <header className="entry-brand">
        <Brand />
      </header>
      <main className="card entry-card">{children}</main>
      <footer className="entry-foot">
        {tenant && <LegalLinks tenant={tenant} />}
        <LanguageSwitch />
      </footer>
    </div>
  );
}

function LegalLinks({ tenant }: { readonly tenant: Tenant }): ReactNode {
  const { common } = useTexts();
  const links = [
    [tenant.imprintUrl, common.imprint],
    [tenant.privacyUrl, common.privacy],
    [tenant.termsUrl, common.terms],
  ] as const;
  return (
    <nav aria-label={common.legal}>
      {links.map(
        ([url, label]) =>
          url && (
            <a key={label} href={url} rel="noreferrer">
              {label}
            </a>
          ),
      )}
    </nav>
  );
}

export function LanguageSwitch(): ReactNode {
  const { language, texts } = useSpeech();
  return (
    <div className="languages" role="group" aria-label={texts.common.language}>
      {LANGUAGES.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={each === language}
          onClick={() => void chooseLanguage(each)}
        >
          {texts.common.languages[each]}
        </button>
      ))}
    </div>
  );
}
