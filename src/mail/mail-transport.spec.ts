import { MailerService } from '@nestjs-modules/mailer';
import { createTransport } from 'nodemailer';
import { HTML_LAYOUT } from './layout.adapter';
import type { MailContent } from './mail-content';
import { mailerOptions } from './mail-transport';

interface Rendered {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const options = mailerOptions({ jsonTransport: true });
const mailer = new MailerService(options, {
  createTransport: () => createTransport({ jsonTransport: true }),
});

async function rendered(content: Partial<MailContent>): Promise<Rendered> {
  const context: MailContent = {
    language: 'de',
    subject: 'Betreff',
    portalName: 'Portal Süd',
    accentColor: '#5b2a86',
    blocks: [],
    links: [],
    ...content,
  };
  const info = await mailer.sendMail({ to: 'max@kunde.example', template: HTML_LAYOUT, context });
  return JSON.parse((info as { message: string }).message) as Rendered;
}

describe('a rendered mail', () => {
  it('says the same as text and as HTML', async () => {
    const { text, html } = await rendered({
      blocks: [
        { text: 'Guten Tag,' },
        { button: { label: 'Öffnen', url: 'https://portal.example/#token=abc' } },
        { facts: [{ label: 'Nummer', value: 'T-1' }] },
        { quote: ['eins', '', 'zwei'] },
        { list: [{ label: 'T-1', url: 'https://portal.example/t/1' }, { label: 'und weitere: 3' }] },
        { note: { label: 'Das wählen Sie im Konto.', url: 'https://portal.example/account' } },
      ],
      links: [{ label: 'Impressum', url: 'https://haus.example/impressum' }],
    });
    expect(text).toBe(
      [
        'Guten Tag,\n',
        'Öffnen:\nhttps://portal.example/#token=abc\n',
        'Nummer: T-1\n',
        '> eins\n> \n> zwei\n',
        '- T-1\n  https://portal.example/t/1\n- und weitere: 3\n',
        'Das wählen Sie im Konto.\nhttps://portal.example/account\n',
        '-- \nPortal Süd\nImpressum: https://haus.example/impressum\n',
      ].join('\n'),
    );
    expect(html).toContain('<html lang="de">');
    expect(html).toMatch(/<p[^>]*>Guten Tag,<\/p>/);
    expect(html).toMatch(/<a href="https:\/\/portal\.example\/#token&#x3D;abc"[^>]*>Öffnen<\/a>/);
    expect(html).toMatch(/<th scope="row"[^>]*>Nummer<\/th>\s*<td[^>]*>T-1<\/td>/);
    expect(html).toContain('eins<br /><br />zwei<br />');
    expect(html).toMatch(/<li[^>]*><a href="https:\/\/portal\.example\/t\/1">T-1<\/a><\/li>/);
    expect(html).toMatch(
      /<p[^>]*><a href="https:\/\/portal\.example\/account"[^>]*>Das wählen Sie im Konto\.<\/a><\/p>/,
    );
    expect(html).toMatch(/<a href="https:\/\/haus\.example\/impressum"[^>]*>Impressum<\/a>/);
  });

  it('escapes values in HTML and nowhere else', async () => {
    const evil = `<script>alert("1")</script> & {{subject}} '`;
    const { subject, text, html } = await rendered({
      subject: evil,
      portalName: evil,
      blocks: [
        { text: evil },
        { facts: [{ label: evil, value: evil }] },
        { quote: [evil] },
        { list: [{ label: evil, url: 'https://a.example/?"onclick="x' }] },
        { button: { label: evil, url: 'https://a.example/?"onclick="x' } },
      ],
    });
    expect(subject).toBe(evil);
    expect(text).toContain(evil);
    expect(html).not.toContain('<script');
    expect(html).not.toContain('"onclick');
    expect(html).toContain('&lt;script&gt;');
  });

  it('shows buttons in the colour of the tenant', async () => {
    const { html } = await rendered({ blocks: [{ button: { label: 'Öffnen', url: 'https://a.example/' } }] });
    expect(html).toMatch(/<a [^>]*background-color: #5b2a86;[^>]*>Öffnen<\/a>/);
  });

  it('tears no number of a ticket or order at its hyphens', async () => {
    const { text, html } = await rendered({
      blocks: [
        { text: 'Ihr Ticket T-2026-000001 <neu>' },
        { facts: [{ label: 'Nummer', value: 'B-2026-000002' }] },
      ],
    });
    expect(html).toMatch(/Ihr Ticket <span style="white-space: nowrap;">T-2026-000001<\/span> &lt;neu&gt;/);
    expect(html).toMatch(/<td[^>]*><span style="white-space: nowrap;">B-2026-000002<\/span>/);
    expect(text).toContain('Ihr Ticket T-2026-000001 <neu>');
  });

  it('loads nothing', async () => {
    const { html } = await rendered({ blocks: [{ text: 'x' }] });
    expect(html).not.toMatch(/<(?:img|link|script|iframe)|url\(|@import/i);
  });
});
