import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSpeech } from '../i18n';
import { useCan } from '../session/me';

interface ExportLinkProps {
  readonly list: 'tickets' | 'orders' | 'devices';
  /** What the list is filtered by. */
  readonly filter: Readonly<Record<string, string | readonly string[] | boolean | undefined>>;
}

/** The list as a file, as it is filtered; not there for who may not take it along. */
export function ExportLink({ list, filter }: ExportLinkProps): ReactNode {
  const { language, texts } = useSpeech();
  if (!useCan()('EXPORT')) return null;
  const query = new URLSearchParams({ language });
  for (const [name, value] of Object.entries(filter)) {
    if (value === undefined) continue;
    for (const each of [value].flat()) query.append(name, String(each));
  }
  return (
    <a className="button" href={`/api/v1/portal/${list}/exports?${query}`} download>
      <Download size={18} aria-hidden />
      {texts.common.exportList}
    </a>
  );
}
