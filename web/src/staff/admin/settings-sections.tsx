import { type ReactNode, useId } from 'react';
import { updateSettingsDto as limits } from '../../api/staff-constraints';
import { LANGUAGES, useTexts } from '../../i18n';
import { CheckField, SelectField, TextField } from '../../ui/fields';
import type { Settings } from './queries';

interface SectionProps {
  readonly settings: Settings;
}

const SHOPS = ['onlineShop', 'printerShop'] as const;
const CREDENTIALS = ['LINK', 'INITIAL_PASSWORD'] as const;

export function PortalSection({ settings }: SectionProps): ReactNode {
  const { admin, common } = useTexts();
  const texts = admin.settings;
  const zones = new Set([settings.timeZone, ...Intl.supportedValuesOf('timeZone')]);
  return (
    <Section title={texts.portal} text={texts.portalText}>
      <TextField
        name="portalName"
        label={texts.portalName}
        required
        maxLength={limits.portalName.maxLength}
        defaultValue={settings.portalName}
      />
      <Address name="portalUrl" hint={texts.portalUrlHint} settings={settings} />
      <SelectField
        name="defaultLanguage"
        label={texts.defaultLanguage}
        defaultValue={settings.defaultLanguage}
      >
        {LANGUAGES.map((language) => (
          <option key={language} value={language}>
            {common.languages[language]}
          </option>
        ))}
      </SelectField>
      <SelectField name="timeZone" label={texts.timeZone} defaultValue={settings.timeZone}>
        {[...zones].sort().map((zone) => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ))}
      </SelectField>
    </Section>
  );
}

export function ShopSection({ settings }: SectionProps): ReactNode {
  const texts = useTexts().admin.settings;
  return (
    <Section title={texts.shops} text={texts.shopsText}>
      {SHOPS.map((shop) => (
        <fieldset key={shop}>
          <legend className="legend">{texts[shop]}</legend>
          <CheckField name={`${shop}/enabled`} defaultChecked={settings[shop].enabled}>
            {texts.enabled}
          </CheckField>
          <CheckField name={`${shop}/showPrices`} defaultChecked={settings[shop].showPrices}>
            {texts.showPrices}
          </CheckField>
        </fieldset>
      ))}
    </Section>
  );
}

export function MailSection({ settings }: SectionProps): ReactNode {
  const texts = useTexts().admin.settings;
  return (
    <Section title={texts.mail} text={texts.mailText}>
      <TextField
        name="senderName"
        label={texts.senderName}
        maxLength={limits.senderName.maxLength}
        defaultValue={settings.senderName ?? ''}
      />
      {(['senderAddress', 'replyTo'] as const).map((name) => (
        <TextField
          key={name}
          name={name}
          type="email"
          label={texts[name]}
          maxLength={limits[name].maxLength}
          defaultValue={settings[name] ?? ''}
        />
      ))}
    </Section>
  );
}

export function AccessSection({ settings }: SectionProps): ReactNode {
  const texts = useTexts().admin.settings;
  return (
    <Section title={texts.access} text={texts.accessText}>
      <SelectField
        name="credentialsMail"
        label={texts.credentialsMail}
        defaultValue={settings.credentialsMail}
      >
        {CREDENTIALS.map((each) => (
          <option key={each} value={each}>
            {texts.credentials[each]}
          </option>
        ))}
      </SelectField>
      <CheckField name="registrationOpen" defaultChecked={settings.registrationOpen}>
        {texts.registrationOpen}
      </CheckField>
      <CheckField name="contactsMayCloseTickets" defaultChecked={settings.contactsMayCloseTickets}>
        {texts.contactsMayCloseTickets}
      </CheckField>
    </Section>
  );
}

export function LegalSection({ settings }: SectionProps): ReactNode {
  const texts = useTexts().admin.settings;
  return (
    <Section title={texts.legal} text={texts.legalText}>
      <Address name="imprintUrl" settings={settings} />
      <Address name="privacyUrl" settings={settings} />
      <Address name="termsUrl" settings={settings} />
      <TextField
        name="termsVersion"
        label={texts.termsVersion}
        hint={texts.termsVersionHint}
        maxLength={limits.termsVersion.maxLength}
        defaultValue={settings.termsVersion ?? ''}
      />
    </Section>
  );
}

interface AddressProps extends SectionProps {
  readonly name: 'portalUrl' | 'imprintUrl' | 'privacyUrl' | 'termsUrl';
  readonly hint?: string;
}

function Address({ name, hint, settings }: AddressProps): ReactNode {
  const texts = useTexts().admin.settings;
  return (
    <TextField
      name={name}
      label={texts[name]}
      hint={hint}
      inputMode="url"
      maxLength={limits[name].maxLength}
      defaultValue={settings[name] ?? ''}
    />
  );
}

interface FrameProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

function Section({ title, text, children }: FrameProps): ReactNode {
  const id = useId();
  return (
    <section className="card setting" aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        <p className="muted small">{text}</p>
      </div>
      <div className="stack">{children}</div>
    </section>
  );
}
