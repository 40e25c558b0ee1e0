import { type ReactNode, useState } from 'react';
import { createPortal } from 'react-dom';
import { Problem } from '../../api/problems';
import { useTexts } from '../../i18n';
import { Dialog } from '../../ui/dialog';
import { PasswordField } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { Refused } from '../refused';

type Send<Done> = (currentPassword?: string) => Promise<Done>;

interface Question {
  readonly confirm: (password: string) => Promise<void>;
  readonly cancel: () => void;
}

interface Proof {
  /** Sends; where the API wants the password for that, asks for it and sends again. @throws Refused where nobody gave it */
  readonly prove: <Done>(send: Send<Done>) => Promise<Done>;
  readonly dialog: ReactNode;
}

/** Some changes need the password of who makes them. */
export function useProof(): Proof {
  const { proof } = useTexts().admin;
  const [question, setQuestion] = useState<Question>();
  const ask = async <Done,>(send: Send<Done>): Promise<Done> => {
    try {
      return await new Promise((resolve, reject) =>
        setQuestion({
          confirm: async (password) => {
            try {
              resolve(await send(password));
            } catch (error) {
              // What is not about the password is shown where the change was made.
              if (isAboutPassword(error)) throw error;
              reject(error instanceof Error ? error : new Error(String(error)));
            }
          },
          cancel: () => reject(new Refused(proof.cancelled)),
        }),
      );
    } finally {
      setQuestion(undefined);
    }
  };
  const prove = async <Done,>(send: Send<Done>): Promise<Done> => {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'auth.current-password-required') throw error;
      return ask(send);
    }
  };
  return { prove, dialog: question && <ProofDialog question={question} /> };
}

function ProofDialog({ question: { confirm, cancel } }: { readonly question: Question }): ReactNode {
  const { admin, common } = useTexts();
  return createPortal(
    <Dialog title={admin.proof.title} onClose={cancel}>
      <p className="muted">{admin.proof.text}</p>
      <Form onSend={(values) => confirm(values.raw('currentPassword'))}>
        <PasswordField name="currentPassword" label={admin.proof.password} autoComplete="current-password" />
        <div className="actions end">
          <button type="button" className="button" onClick={cancel}>
            {common.cancel}
          </button>
          <Submit>{admin.proof.submit}</Submit>
        </div>
      </Form>
    </Dialog>,
    document.body,
  );
}

function isAboutPassword(error: unknown): boolean {
  return (
    error instanceof Problem &&
    (error.status === 429 || error.fields.some(({ pointer }) => pointer === '/currentPassword'))
  );
}
