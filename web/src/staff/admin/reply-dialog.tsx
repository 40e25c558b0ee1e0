import { type ReactNode, useRef, useState } from 'react';
import { useAttempt } from '../../api/attempts';
import { api, unwrap } from '../../api/client';
import { isProblem } from '../../api/problems';
import { createCannedReplyDto as limits } from '../../api/staff-constraints';
import { useTexts } from '../../i18n';
import { Dialog } from '../../ui/dialog';
import { TextArea, TextField } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { useAnnounce } from '../../ui/status';
import type { Values } from '../../ui/values';
import { insertText } from '../insert-text';
import { Refused } from '../refused';
import type { CannedReply } from '../tickets/queries';
import { changedIn, type Shown, useMergeChanges } from './form-values';
import { cannedRepliesHaveChanged, readCannedReply } from './queries';

const PLACEHOLDERS = ['contactName', 'ticketNumber', 'staffName'] as const;

interface ReplyDialogProps {
  /** Absent: a new one. */
  readonly reply: CannedReply | undefined;
  readonly onClose: () => void;
}

/** A new canned reply, or one that is there already, which also goes from here. */
export function ReplyDialog({ reply: listed, onClose }: ReplyDialogProps): ReactNode {
  const { admin, common, replies: texts } = useTexts();
  const attempt = useAttempt();
  const announce = useAnnounce();
  const mergeChanges = useMergeChanges();
  // As the form began, or as it was read since.
  const [reply, setReply] = useState(listed);

  const done = async (text: string): Promise<void> => {
    await cannedRepliesHaveChanged();
    onClose();
    announce(text);
  };
  const create = async (values: Values): Promise<void> => {
    const body = entered(values);
    await attempt(body, async (header) =>
      unwrap(await api.POST('/api/v1/staff/canned-replies', { params: { header }, body })),
    );
    await done(texts.added);
  };
  const change = async (before: CannedReply, form: HTMLFormElement): Promise<void> => {
    const { id, version } = before;
    const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
    const body = changedIn(form, shownOf(before));
    try {
      unwrap(await api.PATCH('/api/v1/staff/canned-replies/{id}', { params, body }));
    } catch (error) {
      if (isProblem(error, 404)) throw new Refused(admin.goneMeanwhile);
      if (!isProblem(error, 412)) throw error;
      const stored = await readCannedReply(id);
      const said = mergeChanges(form, shownOf(before), shownOf(stored));
      setReply(stored);
      throw new Refused(`${said} ${admin.checkAgain}`);
    }
    await done(admin.saved);
  };
  const remove = async ({ id }: CannedReply): Promise<void> => {
    unwrap(await api.DELETE('/api/v1/staff/canned-replies/{id}', { params: { path: { id } } }));
    await done(texts.removed);
  };
  return (
    <Dialog title={listed ? admin.users.changeTitle(listed.name) : texts.add} onClose={onClose}>
      <Form
        onSend={(values, form) => (reply ? change(reply, form) : create(values))}
        label={admin.users.change}
      >
        <ReplyFields reply={listed} />
        <div className="actions end">
          <button type="button" className="button" onClick={onClose}>
            {common.cancel}
          </button>
          <Submit>{admin.save}</Submit>
        </div>
      </Form>
      {reply && (
        <Form className="stack form-below" label={texts.remove} onSend={() => remove(reply)}>
          <div className="actions">
            <button type="submit" className="button danger">
              {texts.remove}
            </button>
          </div>
        </Form>
      )}
    </Dialog>
  );
}

function ReplyFields({ reply }: Pick<ReplyDialogProps, 'reply'>): ReactNode {
  const { replies: texts } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const insert = (placeholder: string): void => {
    const area = box.current?.querySelector('textarea');
    if (!area) return;
    insertText(area, `{{${placeholder}}}`);
    area.focus();
  };
  return (
    <>
      <TextField
        name="name"
        label={texts.name}
        required
        maxLength={limits.name.maxLength}
        defaultValue={reply?.name}
      />
      <div ref={box}>
        <TextArea
          name="body"
          label={texts.body}
          required
          rows={8}
          maxLength={limits.body.maxLength}
          defaultValue={reply?.body}
        />
      </div>
      <div className="row" role="group" aria-label={texts.insert}>
        <span className="muted small">{texts.insert}</span>
        {PLACEHOLDERS.map((placeholder) => (
          <button key={placeholder} type="button" className="button" onClick={() => insert(placeholder)}>
            {texts.placeholders[placeholder]}
          </button>
        ))}
      </div>
    </>
  );
}

function shownOf({ name, body }: CannedReply): Shown {
  return { name, body };
}

function entered(values: Values): Pick<CannedReply, 'name' | 'body'> {
  return { name: values.text('name'), body: values.text('body') };
}
