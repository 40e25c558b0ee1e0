import type { WorkerEvents } from 'graphile-worker';

/** Until then the database has surely been told that a job is done. */
const TOLD_WITHIN_MS = 30_000;

/** What this process has been given to do, as far as it has heard. */
export class JobsInHand {
  /** When they were finished, where they are. */
  private readonly jobs = new Map<string, number | undefined>();

  constructor(events: WorkerEvents) {
    events.on('localQueue:getJobs:complete', ({ jobs }) => {
      for (const { id } of jobs) this.jobs.set(id, undefined);
    });
    events.on('localQueue:returnJobs', ({ jobs }) => {
      for (const { id } of jobs) this.jobs.delete(id);
    });
    events.on('job:complete', ({ job }) => this.jobs.set(job.id, Date.now()));
  }

  get ids(): string[] {
    const since = Date.now() - TOLD_WITHIN_MS;
    for (const [id, finishedAt] of this.jobs) if (finishedAt && finishedAt < since) this.jobs.delete(id);
    return [...this.jobs.keys()];
  }
}
