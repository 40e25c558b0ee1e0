import { useEffect, useEffectEvent, useLayoutEffect, useState } from 'react';
import { api, unwrap } from '../api/client';
import { isProblem, Unreachable } from '../api/problems';
import { useTexts } from '../i18n';
import { type DraftStore, FILES } from '../session/drafts';
import { refusalOf } from '../ui/failure';
import type { ChosenFile } from '../ui/file-drop';

interface Upload extends ChosenFile {
  /** By which a ticket or a message names the file, once it is there. */
  readonly id?: string;
  /** What becomes of it. */
  readonly arrival: Promise<Arrival>;
}

type Arrival = Partial<Pick<Upload, 'state' | 'reason' | 'id'>>;

/** By draft: who leaves its form meanwhile and comes back finds it there. */
const underWay = new Map<string, readonly Upload[]>();

export interface Uploads {
  readonly chosen: readonly ChosenFile[];
  readonly add: (files: readonly File[]) => void;
  readonly remove: (position: number) => void;
  readonly retry: (position: number) => void;
  /** Sends what the files go with once all are there. @throws FileMissing where one did not come through */
  readonly sendWith: <Result>(send: (ids: string[] | undefined) => Promise<Result>) => Promise<Result>;
  /** Once they have been sent. */
  readonly clear: () => void;
}

/**
 * Files are sent as soon as they are chosen, so that what is written with them goes out complete or not at all.
 * @param area who sends them
 * @param draft what they go with; it keeps them as long as what is written
 */
export function useUploads(area: 'portal' | 'staff', draft: DraftStore): Uploads {
  const { files: texts } = useTexts();
  const [chosen, setChosen] = useState<readonly Upload[]>(() => [
    ...keptIn(draft.read()),
    ...(underWay.get(draft.key) ?? []),
  ]);

  const begin = (file: File): Upload => ({
    name: file.name,
    size: file.size,
    file,
    state: 'sending',
    arrival: send(area, file),
  });

  /** What the server has deleted meanwhile. */
  const markGone = (waiting: ReadonlySet<string>): void =>
    setChosen((all) =>
      all.map((one) =>
        one.id === undefined || waiting.has(one.id)
          ? one
          : { ...one, state: 'failed', reason: texts.expired, arrival: Promise.resolve({}) },
      ),
    );

  useEffect(() => {
    const sending = chosen.filter(({ state }) => state === 'sending');
    const waiting = chosen.filter(({ state }) => state === 'waiting');
    underWay.set(draft.key, [...sending, ...waiting]);
    if (sending.length + waiting.length === 0) return undefined;
    for (const { arrival } of sending) {
      void arrival.then((end) =>
        setChosen((all) => all.map((one) => (one.arrival === arrival ? { ...one, ...end } : one))),
      );
    }
    // A reload would lose them: the browser asks before.
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [chosen, draft.key]);

  // What did not come through without a connection goes on once there is one.
  useEffect(() => {
    const isWaiting = chosen.some(({ state }) => state === 'waiting');
    if (!isWaiting) return undefined;
    const goOn = (): void =>
      setChosen(chosen.map((one) => (one.state === 'waiting' && one.file ? begin(one.file) : one)));
    if (navigator.onLine) goOn();
    addEventListener('online', goOn);
    return () => removeEventListener('online', goOn);
  });

  const ifKept = useEffectEvent(() => (chosen.length > 0 ? waitingOf(area) : undefined));
  const mark = useEffectEvent(markGone);
  useEffect(() => void ifKept()?.then(mark, () => undefined), []);
  useEffect(
    () =>
      draft.follow((values) =>
        setChosen((all) => [
          ...keptIn(values).map((kept) => all.find(({ id }) => id === kept.id) ?? kept),
          ...all.filter(({ id }) => id === undefined),
        ]),
      ),
    [draft],
  );
  useLayoutEffect(() => {
    const values = draft.read();
    const text = textOf(chosen);
    if (text !== (values?.[FILES] ?? '')) draft.write({ ...values, [FILES]: text }, [FILES]);
  }, [chosen, draft]);

  return {
    chosen,
    add: (files) => setChosen([...chosen, ...files.map(begin)]),
    remove: (position) => setChosen(chosen.filter((_, at) => at !== position)),
    retry: (position) =>
      setChosen(chosen.map((one, at) => (at === position && one.file ? begin(one.file) : one))),
    sendWith: async (send) => {
      const ids = await Promise.all(
        chosen.map(async ({ name, arrival }) => {
          const { id, state } = await arrival;
          if (state === 'waiting') throw new FileMissing(`${name}: ${texts.states.waiting}.`);
          if (id === undefined) throw new FileMissing(texts.missing(name));
          return id;
        }),
      );
      try {
        const result = await send(ids.length > 0 ? ids : undefined);
        underWay.delete(draft.key);
        return result;
      } catch (error) {
        if (isProblem(error, 422) && error.code === 'ticket.upload-unknown') {
          await waitingOf(area).then(markGone, () => undefined);
        }
        throw error;
      }
    },
    clear: () => setChosen(keptIn(draft.read())),
  };
}

/** The ids of what is there and goes with nothing yet. */
async function waitingOf(area: 'portal' | 'staff'): Promise<ReadonlySet<string>> {
  const { items } = unwrap(await api.GET(`/api/v1/${area}/uploads`));
  return new Set(items.map(({ id }) => id));
}

async function send(area: 'portal' | 'staff', file: File): Promise<Arrival> {
  const form = new FormData();
  form.set('file', file);
  try {
    const { id } = unwrap(
      await api.POST(`/api/v1/${area}/uploads`, {
        params: { header: { 'Idempotency-Key': crypto.randomUUID() } },
        body: { file: '' },
        bodySerializer: () => form,
      }),
    );
    return { state: 'sent', id };
  } catch (error) {
    if (error instanceof Unreachable && !navigator.onLine) return { state: 'waiting' };
    return { state: 'failed', reason: refusalOf(error)?.detail };
  }
}

/** One a line, so that a text to which one more has been added contains the text before. */
function textOf(uploads: readonly Upload[]): string {
  return uploads
    .filter(({ id }) => id !== undefined)
    .map(({ id, name, size }) => JSON.stringify([id, name, size]))
    .join('\n');
}

function keptIn(values: Readonly<Record<string, string>> | undefined): Upload[] {
  const lines = (values?.[FILES] ?? '').split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const [id, name, size] = JSON.parse(line) as [string, string, number];
    return { id, name, size, state: 'sent', arrival: Promise.resolve({ id }) };
  });
}

class FileMissing extends Error {
  readonly fields = [];

  constructor(readonly detail: string) {
    super(detail);
  }
}
