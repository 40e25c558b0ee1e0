import { useRouter, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isProblem } from '../api/problems';
import { useAccessTexts } from '../i18n/access-texts';
import { TextField } from '../ui/fields';
import { Form, Submit } from '../ui/form';
import { Page } from '../ui/page';
import { EntryLayout } from './entry-layout';
import { addressBelow, homeOf } from './home';
import { readTenant } from './tenant';
import type { Values } from '../ui/values';

/** At the root: leads people to the portal of their system house. */
export function StartPage(): ReactNode {
  const { start } = useAccessTexts();
  const { next = '/' } = useSearch({ from: '/' });
  const { history } = useRouter();

  const send = async (values: Values): Promise<void> => {
    const slug = values.text('slug').toLowerCase();
    const tenant = await readTenant(slug).catch((error: unknown) => {
      throw isProblem(error, 404) || isProblem(error, 422) ? new UnknownTenant(start.unknown) : error;
    });
    const home = homeOf('portal', tenant.slug);
    history.push(addressBelow(home, home + next));
  };
  return (
    <EntryLayout>
      <Page title={start.title}>
        <p className="muted">{start.text}</p>
        <Form onSend={send}>
          <TextField
            name="slug"
            label={start.slug}
            hint={start.slugHint}
            autoComplete="organization"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <Submit className="wide">{start.go}</Submit>
        </Form>
        <nav className="entry-more row" aria-label={start.tools}>
          <a href="/docs">{start.swagger}</a>
          {import.meta.env.DEV || isLocal() ? <a href="/mailbox">{start.mailbox}</a> : null}
        </nav>
      </Page>
    </EntryLayout>
  );
}

/** Outside production the program answers this machine alone, and has a mailbox. */
function isLocal(): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);
}

class UnknownTenant extends Error {
  readonly fields;

  constructor(readonly detail: string) {
    super(detail);
    this.fields = [{ pointer: '/slug', detail }];
  }
}
