import { createContext, useContext } from 'react';
import type { Capability, Me } from './session';

export const MeContext = createContext<Me | undefined>(undefined);

/** The logged-in user; inside the portal there always is one. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('Nobody is logged in here.');
  return me;
}

/** What the user may do, as the API says it; the app never looks at the role. */
export function useCan(): (capability: Capability) => boolean {
  const { capabilities } = useMe();
  return (capability) => capabilities.includes(capability);
}
