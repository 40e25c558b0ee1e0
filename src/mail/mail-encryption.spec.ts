import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { mailerOptions, requiringTls } from './mail-transport';

/** Real servers, with the client that the program uses. */
describe('A mail server that is required to encrypt', () => {
  const servers: SMTPServer[] = [];

  // It warns of its own certificate, whose key everybody knows.
  beforeAll(() => void jest.spyOn(console, 'error').mockReturnValue(undefined));
  afterAll(() => Promise.all(servers.map((server) => new Promise<void>((end) => server.close(end)))));

  async function serverOf(startTls: boolean): Promise<{ url: string; secure: boolean[] }> {
    const secure: boolean[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: startTls ? [] : ['STARTTLS'],
      // A password would be told here.
      onAuth: (_auth, session, done) => {
        secure.push(session.secure);
        done(null, { user: 'portal' });
      },
      onData: (stream, session, done) => {
        secure.push(session.secure);
        stream.resume().on('end', () => done());
      },
    });
    server.on('error', () => undefined);
    servers.push(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return { url: `smtp://portal:geheim@127.0.0.1:${(server.server.address() as AddressInfo).port}`, secure };
  }

  const send = (url: string): Promise<unknown> => {
    const { transport } = mailerOptions({ url: requiringTls(url) });
    const mail = { from: 'portal@haus.example', to: 'max@kunde.example', text: 'x' };
    return createTransport(transport as object).sendMail(mail);
  };

  it.each([
    '',
    '?ignoreTLS=true',
    '?requireTLS=false',
    '?opportunisticTLS=true',
    '?requireTLS=false&ignoreTLS=true',
  ])('and cannot gets neither mail nor password%s', async (query) => {
    const { url, secure } = await serverOf(false);
    await expect(send(url + query)).rejects.toMatchObject({ code: 'ETLS' });
    expect(secure).toEqual([]);
  });

  it('and can gets both encrypted, where its certificate is taken', async () => {
    const { url, secure } = await serverOf(true);
    await send(`${url}?tls.rejectUnauthorized=false&ignoreTLS=true`);
    expect(secure).toEqual([true, true]);
  });

  it('gets nothing where its certificate is not trusted', async () => {
    const { url, secure } = await serverOf(true);
    await expect(send(url)).rejects.toThrow(/certificate/);
    expect(secure).toEqual([]);
  });
});
