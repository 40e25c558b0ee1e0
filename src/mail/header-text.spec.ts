import { createTransport } from 'nodemailer';
import { simpleParser } from 'mailparser';
import { headerText } from './header-text';

/** As it arrives: written by the library that sends, read by one that receives. */
async function received(subject: string): Promise<string | undefined> {
  const transport = createTransport({ streamTransport: true, buffer: true });
  const { message } = await transport.sendMail({
    from: 'a@example.com',
    subject: headerText(subject),
    text: 'x',
  });
  return (await simpleParser(message)).subject;
}

it.each([
  '=?UTF-8?Q?Rechnung?=',
  '=?utf-8?b?UmVjaG51bmc=?=',
  '=?ISO-8859-1?Q?M=FCller?= und mehr',
  'vorn =?UTF-8?Q?a?= =?UTF-8?Q?b?= hinten',
  'Müller =?UTF-8?Q?x?=',
  'nur =? und ?=',
  `=?UTF-8?Q?x?= ${'lang und länger '.repeat(9)}Schluss`,
  `=?UTF-8?Q?x?=${'🖨️'.repeat(60)}`,
  '"=?UTF-8?Q?x?="',
  'Re: =?UTF-8?B?=F0?=',
])('arrives as it was written: %j', async (subject) => {
  expect(await received(subject)).toBe(subject);
});

it('leaves others to the library', () => {
  expect(headerText('Müller = x?')).toBe('Müller = x?');
});

it('writes encoded words of 75 characters at most', () => {
  const words = headerText(`=?UTF-8?Q?x?=${'ä'.repeat(200)}`).split(' ');
  expect(words.length).toBeGreaterThan(5);
  for (const word of words) expect(word.length).toBeLessThanOrEqual(75);
});
