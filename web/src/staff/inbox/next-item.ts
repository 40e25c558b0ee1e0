import { createContext } from 'react';

/** Where one goes after a decision; absent: nothing is left to decide. */
export const NextItem = createContext<string | undefined>(undefined);
