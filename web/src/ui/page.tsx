import { createContext, type ReactNode, useContext, useEffect, useLayoutEffect, useRef } from 'react';
import { Whole } from './whole';
import { showTitle } from './window-title';

/** Behind the page's own title in the window's; the name of the portal. */
export const PortalName = createContext('');

let firstPage = true;

interface PageProps {
  readonly title: string;
  /** Beside the heading: what can be done here. */
  readonly actions?: ReactNode;
  /** Above the heading, e.g. the way back. */
  readonly above?: ReactNode;
  /** Below the heading, e.g. the state. */
  readonly below?: ReactNode;
  readonly children: ReactNode;
}

/** A page says its title to the window, and to who comes from another page by focusing its heading. */
export function Page({ title, actions, above, below, children }: PageProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const portal = useContext(PortalName);
  useEffect(() => {
    showTitle(portal ? `${title} – ${portal}` : title);
  }, [title, portal]);
  // At once: a moment later, somebody might be typing already.
  useLayoutEffect(() => {
    if (!firstPage) heading.current?.focus({ preventScroll: true });
    firstPage = false;
  }, []);
  return (
    <div className="page">
      <header className="page-head">
        {above && <div className="page-above no-print">{above}</div>}
        <div className="page-title">
          <h1 ref={heading} tabIndex={-1}>
            <Whole text={title} />
          </h1>
          {actions && <div className="actions no-print">{actions}</div>}
        </div>
        {below}
      </header>
      {children}
    </div>
  );
}
