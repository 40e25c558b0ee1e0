import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { type LiveEvent, onLeadingEvents } from '../../api/live';
import { useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { useTenant } from '../../session/tenant';
import { choiceOf } from './choice';
import type { News } from './news';
import { isSeen, announceVisibility } from './seen';

/** What happens in a moment is told together. */
const MOMENT_MS = 1_000;
/** More would be a wall of notes; they become one. */
const MAX_NOTES = 3;
const MAX_READ = 20;

/** Tells who does not look at the workplace of what is new, with the browser's own notes, where they want that. */
export function Notifications(): null {
  const me = useMe();
  const texts = useTexts();
  const { slug } = useTenant();
  const navigate = useNavigate();
  const open = ({ place, id }: Pick<News, 'place'> & { readonly id?: string }): void => {
    window.focus();
    if (id === undefined) void navigate({ to: '/staff/$slug/inbox', params: { slug } });
    else if (place === 'inbox') void navigate({ to: '/staff/$slug/inbox/$id', params: { slug, id } });
    else void navigate({ to: '/staff/$slug/tickets/$id', params: { slug, id } });
  };
  const tell = useEffectEvent(async (events: readonly LiveEvent[]): Promise<void> => {
    // For who wants notes alone; what cannot be loaded is not told.
    const loaded = await import('./news').catch(() => undefined);
    if (!loaded) return;
    const read = await Promise.all(events.slice(0, MAX_READ).map((event) => loaded.newsOf(event, me, texts)));
    const news = read.filter((each) => each !== undefined);
    if (news.length > MAX_NOTES) {
      show(texts.staff.notifications.several(news.length), '', 'several', () => open({ place: 'inbox' }));
      return;
    }
    for (const each of news) show(each.title, each.body, each.id, () => open(each));
  });
  useEffect(() => {
    let waiting: LiveEvent[] = [];
    const hear = async (event: LiveEvent): Promise<void> => {
      // While a tab is visible, the page shows it.
      if (choiceOf(me.id) !== 'on' || (await isSeen())) return;
      if (waiting.push(event) > 1) return;
      setTimeout(() => void tell(waiting.splice(0)), MOMENT_MS);
    };
    const stopHearing = onLeadingEvents((event) => void hear(event));
    const stopAnnouncing = announceVisibility();
    return () => {
      waiting = [];
      stopHearing();
      stopAnnouncing();
    };
  }, [me.id]);
  return null;
}

/** @param tag of what it is about: a later note about the same takes its place */
function show(title: string, body: string, tag: string, onClick: () => void): void {
  try {
    const note = new Notification(title, { body, tag });
    note.onclick = () => {
      note.close();
      onClick();
    };
  } catch {
    // A browser that has them for service workers alone: it shows none.
  }
}
