import type { Actor } from '../../platform/context/actor';
import { newId } from '../../platform/ids';
import type { Announcement } from './live-event';
import { mayLearnOf } from './live.policy';

/** Ids only: some megabytes at most. */
const MOST = 10_000;
/** A client that has missed more than this reads anew, which costs less. */
const MAX_MISSED = 200;

/**
 * The events that this instance has received, in the order of the commits, which is the same at every instance. Where it cannot send a
 * client everything that it has missed, `missedSince` is undefined.
 */
export class LiveHistory {
  /** The mark of a client that was connected from the beginning and has received nothing yet. */
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

  /** Of the next event. */
  get position(): number {
    return this.first + this.announcements.length;
  }

  /** The last event that an actor may see: a mark must not reveal events that it may not see. */
  markOf(actor: Actor): string {
    return this.announcements.findLast((one) => mayLearnOf(actor, one))?.announcementId ?? this.origin;
  }

  /** What an actor has missed since `mark`; undefined where that is not known for sure. */
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
