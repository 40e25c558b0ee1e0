import { useQuery } from '@tanstack/react-query';
import { useSpeech } from '../../i18n';
import type { Choices } from '../choice-filter';
import { categoriesQuery, colleaguesQuery, type TicketStatus } from './queries';

/** What staff set a ticket to. */
export const STATUSES = [
  'IN_PROGRESS',
  'WAITING_FOR_CUSTOMER',
  'RESOLVED',
  'CLOSED',
] as const satisfies TicketStatus[];

/** Who can be given work. */
export function useColleagues(): Choices {
  const { data } = useQuery(colleaguesQuery);
  return (data?.items ?? [])
    .filter(({ state }) => state !== 'DEACTIVATED')
    .map(({ id, name }) => [id, name] as const);
}

/** The categories that tickets can get, in the reader's language. */
export function useCategories(): Choices {
  const { language } = useSpeech();
  const { data } = useQuery(categoriesQuery);
  return (data?.items ?? [])
    .filter(({ active }) => active)
    .map(({ id, nameDe, nameEn }) => [id, language === 'de' ? nameDe : nameEn] as const);
}
