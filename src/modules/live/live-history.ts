import type { Actor } from '../../platform/context/actor';
import { newId } from '../../platform/ids';
import type { Announcement } from './live-event';
import { mayLearnOf } from './live.policy';

/** Ids only: some megabytes at most. */
const MOST = 10_000;
/** A client that has missed more than this reads anew, which costs less. */
const MAX_MISSED = 200;

interface Received {
  readonly announcement: Announcement;
  readonly at: number;
}

/**
 * The events that this instance has received, in the order of the commits, which is the same at every instance. Where it cannot send a
 * client everything that it has missed, what it has missed is undefined.
 */
export class LiveHistory {
  /** The mark of a client that was connected from the beginning and has received nothing yet. */
  private origin = newId();
  private received: Received[] = [];
  private readonly positions = new Map<string, number>();
  /** Of the first that is kept. */
  private first = 0;
  /** Where what is known begins: after the last interruption. */
  private begin = 0;
  /** From when on; undefined while something may be missed. */
  private completeSince?: number;

  /** Nothing is missed from now on, until it is interrupted. */
  resume(): void {
    this.completeSince ??= Date.now();
  }

  /** Something may be missed from now on: what comes later does not follow on what was. */
  interrupt(): void {
    this.completeSince = undefined;
    this.origin = newId();
    this.forget(this.received.length);
    this.begin = this.first;
  }

  /** @returns its position */
  add(announcement: Announcement): number {
    const { position } = this;
    this.received.push({ announcement, at: Date.now() });
    this.positions.set(announcement.announcementId, position);
    if (this.received.length >= 2 * MOST) this.forget(MOST);
    return position;
  }

  /** Of the next event. */
  get position(): number {
    return this.first + this.received.length;
  }

  /** The last event that an actor may see: a mark must not reveal events that it may not see. */
  markOf(actor: Actor): string {
    const last = this.received.findLast(({ announcement }) => mayLearnOf(actor, announcement));
    return last?.announcement.announcementId ?? this.origin;
  }

  /** What an actor has missed since `mark`; undefined where that is not known for sure. */
  missedSince(mark: string, actor: Actor): readonly Announcement[] | undefined {
    const position = this.positionOf(mark);
    if (position === undefined) return undefined;
    const seen = this.received[position - this.first]?.announcement;
    if (seen && !mayLearnOf(actor, seen)) return undefined;
    return this.missedFrom(position + 1, actor);
  }

  /** What an actor has missed who has read everything at a moment; undefined where that is not known for sure. */
  missedAfter(moment: number, actor: Actor): readonly Announcement[] | undefined {
    if (this.completeSince === undefined || this.completeSince > moment) return undefined;
    const index = this.received.findIndex(({ at }) => at >= moment);
    if (index === 0 && this.first > this.begin) return undefined;
    return index < 0 ? [] : this.missedFrom(this.first + index, actor);
  }

  private missedFrom(position: number, actor: Actor): readonly Announcement[] | undefined {
    const missed = this.received
      .slice(position - this.first)
      .map(({ announcement }) => announcement)
      .filter((announcement) => mayLearnOf(actor, announcement));
    return missed.length > MAX_MISSED ? undefined : missed;
  }

  private positionOf(mark: string): number | undefined {
    if (mark !== this.origin) return this.positions.get(mark);
    return this.first === this.begin ? this.begin - 1 : undefined;
  }

  private forget(count: number): void {
    for (const { announcement } of this.received.splice(0, count))
      this.positions.delete(announcement.announcementId);
    this.first += count;
  }
}
