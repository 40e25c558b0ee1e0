import type { Actor } from '../../platform/context/actor';
import { newId } from '../../platform/ids';
import type { Announcement } from './live-event';
import { mayLearnOf } from './live.policy';

/** Ids only: some megabytes at most. */
const MOST = 10_000;
/** Who has missed more than this reads anew, which costs less. */
const MAX_MISSED = 200;

/**
 * What this instance has heard, in the order of the commits, which is the same at every instance. It knows whether it can
 * tell somebody everything that they have missed; if not, it says so, and never guesses.
 */
export class LiveHistory {
  /** What somebody has seen who was here from the beginning and has learned of nothing yet. */
  private origin = newId();
  private announcements: Announcement[] = [];
  private readonly positions = new Map<string, number>();
  /** Of the first that is kept. */
  private first = 0;
  /** Where what is known begins: after the last interruption. */
  private begin = 0;

  /** Something may be missed from now on: what comes later does not follow on what was. */
  interrupt(): void {
    this.origin = newId();
    this.forget(this.announcements.length);
    this.begin = this.first;
  }

  /** @returns its position */
  add(announcement: Announcement): number {
    const { position } = this;
    this.announcements.push(announcement);
    this.positions.set(announcement.announcementId, position);
    if (this.announcements.length >= 2 * MOST) this.forget(MOST);
    return position;
  }

  /** Of the next that is heard. */
  get position(): number {
    return this.first + this.announcements.length;
  }

  /** The last that somebody may have learned of: it says nothing of what they may not know. */
  markOf(actor: Actor): string {
    return this.announcements.findLast((one) => mayLearnOf(actor, one))?.announcementId ?? this.origin;
  }

  /** What somebody has missed since they saw `mark`; nothing where that is not known for sure. */
  missedSince(mark: string, actor: Actor): readonly Announcement[] | undefined {
    const position = this.positionOf(mark);
    if (position === undefined) return undefined;
    const seen = this.announcements[position - this.first];
    if (seen && !mayLearnOf(actor, seen)) return undefined;
    const missed = this.announcements
      .slice(position + 1 - this.first)
      .filter((announcement) => mayLearnOf(actor, announcement));
    return missed.length > MAX_MISSED ? undefined : missed;
  }

  private positionOf(mark: string): number | undefined {
    if (mark !== this.origin) return this.positions.get(mark);
    return this.first === this.begin ? this.begin - 1 : undefined;
  }

  private forget(count: number): void {
    for (const { announcementId } of this.announcements.splice(0, count))
      this.positions.delete(announcementId);
    this.first += count;
  }
}
