import { useState } from 'react';
import { api, unwrap } from '../api/client';
import { useTexts } from '../i18n';
import { refusalOf } from '../ui/failure';
import type { ChosenFile } from '../ui/file-drop';

interface Uploading extends ChosenFile {
  /** The id by which a ticket or a message names the file; nothing where it did not come through. */
  readonly arrival: Promise<string | undefined>;
}

export interface Uploads {
  readonly chosen: readonly ChosenFile[];
  readonly add: (files: readonly File[]) => void;
  readonly remove: (file: File) => void;
  readonly retry: (file: File) => void;
  /** Once all are there. @throws FileMissing where one did not come through */
  readonly ids: () => Promise<string[] | undefined>;
  readonly clear: () => void;
}

/**
 * Files are sent as soon as they are chosen, so that what is written with them goes out complete or not at all.
 * @param area who sends them
 */
export function useUploads(area: 'portal' | 'staff'): Uploads {
  const { files: texts } = useTexts();
  const [chosen, setChosen] = useState<readonly Uploading[]>([]);
  const settle = (file: File, state: ChosenFile['state'], reason?: string): void =>
    setChosen((all) => all.map((one) => (one.file === file ? { ...one, state, reason } : one)));
  const begin = (file: File): Uploading => ({
    file,
    state: 'sending',
    arrival: send(area, file).then(
      (id) => {
        settle(file, 'sent');
        return id;
      },
      (error: unknown) => {
        settle(file, 'failed', refusalOf(error)?.detail);
        return undefined;
      },
    ),
  });
  return {
    chosen,
    add: (files) => setChosen([...chosen, ...files.map(begin)]),
    remove: (file) => setChosen(chosen.filter((one) => one.file !== file)),
    retry: (file) => setChosen(chosen.map((one) => (one.file === file ? begin(file) : one))),
    ids: async () => {
      const ids = await Promise.all(
        chosen.map(async ({ file, arrival }) => {
          const id = await arrival;
          if (id === undefined) throw new FileMissing(texts.missing(file.name));
          return id;
        }),
      );
      return ids.length > 0 ? ids : undefined;
    },
    clear: () => setChosen([]),
  };
}

async function send(area: 'portal' | 'staff', file: File): Promise<string> {
  const form = new FormData();
  form.set('file', file);
  const { id } = unwrap(
    await api.POST(`/api/v1/${area}/uploads`, {
      params: { header: { 'Idempotency-Key': crypto.randomUUID() } },
      body: { file: '' },
      bodySerializer: () => form,
    }),
  );
  return id;
}

class FileMissing extends Error {
  readonly fields = [];

  constructor(readonly detail: string) {
    super(detail);
  }
}
