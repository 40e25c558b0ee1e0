import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { AddressObject, ParsedMail } from 'mailparser';
import type { Config } from '../config/config';
import { CONFIG } from '../config/config.module';
import { notFound } from '../platform/errors';
import { newId } from '../platform/ids';
import type { CaughtMail, CaughtMailDetail } from './caught-mail';

const KEPT = 1_000;
const SUFFIX = '.eml';
const FILE = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.eml$/;

/** The caught mails as files. Their names are ids that begin with the time, so the order of names is that of arrival. */
@Injectable()
export class MailboxStore {
  private readonly folder: string;
  /** A mail never changes, so each is read for the list once. */
  private readonly listed = new Map<string, CaughtMail>();

  constructor(@Inject(CONFIG) config: Config) {
    this.folder = join(config.dataDir, 'mailbox');
  }

  /** The mail is there as a whole or not at all, even if the program is killed meanwhile. */
  async save(source: Buffer): Promise<void> {
    const file = join(this.folder, `${newId()}${SUFFIX}`);
    await mkdir(this.folder, { recursive: true });
    await writeFile(`${file}.tmp`, source);
    await rename(`${file}.tmp`, file);
    for (const outdated of (await this.ids()).slice(KEPT)) {
      this.listed.delete(outdated);
      await rm(this.fileOf(outdated), { force: true });
    }
  }

  /** Newest first. */
  async list(): Promise<CaughtMail[]> {
    const mails: CaughtMail[] = [];
    for (const id of await this.ids()) {
      const mail = this.listed.get(id) ?? (await this.summary(id));
      if (!mail) continue;
      this.listed.set(id, mail);
      mails.push(mail);
    }
    return mails;
  }

  /** @throws notFound */
  async detail(id: string): Promise<CaughtMailDetail> {
    const parsed = await parse(await this.source(id));
    const headers = parsed.headerLines.map(({ line }) => line.replace(/\r?\n[ \t]+/g, ' '));
    return { ...summaryOf(id, parsed), html: parsed.html || null, headers };
  }

  /**
   * The mail as it came in.
   * @throws notFound
   */
  async source(id: string): Promise<Buffer> {
    const source = FILE.test(`${id}${SUFFIX}`) ? await readIfThere(this.fileOf(id)) : undefined;
    if (!source) throw notFound();
    return source;
  }

  private async summary(id: string): Promise<CaughtMail | undefined> {
    // Another mail's arrival may have just removed this one.
    const source = await readIfThere(this.fileOf(id));
    return source && summaryOf(id, await parse(source));
  }

  private async ids(): Promise<string[]> {
    const names = await readdir(this.folder).catch(() => []);
    return names
      .filter((name) => FILE.test(name))
      .sort()
      .reverse()
      .map((name) => name.slice(0, -SUFFIX.length));
  }

  private fileOf(id: string): string {
    return join(this.folder, `${id}${SUFFIX}`);
  }
}

function readIfThere(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch(() => undefined);
}

async function parse(source: Buffer): Promise<ParsedMail> {
  // Where there is a mail server, nothing is ever parsed, and the library would only take room.
  const { simpleParser } = await import('mailparser');
  return simpleParser(source, { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true });
}

function summaryOf(id: string, { from, to, subject, text }: ParsedMail): CaughtMail {
  const receivedAt = new Date(parseInt(id.replace('-', '').slice(0, 12), 16)).toISOString();
  return { id, to: textOf(to), from: textOf(from), subject: subject ?? '', text: text ?? '', receivedAt };
}

function textOf(addresses: AddressObject | AddressObject[] | undefined): string {
  return [addresses ?? []]
    .flat()
    .map((address) => address.text)
    .join(', ');
}
