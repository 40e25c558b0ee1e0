import cluster from 'node:cluster';
import { randomUUID } from 'node:crypto';
import { AggregatorRegistry, type Registry } from 'prom-client';
import { unavailable } from '../platform/errors';

/** A process asks the supervisor for the figures of all, and gets them under the same id. */
interface MetricsMessage {
  readonly metricsRequest?: string;
  readonly metricsAnswer?: string;
  readonly text?: string;
}

/** Longer than the aggregator waits for the processes. */
const ANSWER_WITHIN_MS = 6_000;

/** In the supervisor: adds up the figures of the processes for whichever of them was asked by Prometheus. */
export function answerMetricsRequests(): void {
  const aggregator = new AggregatorRegistry();
  cluster.on('message', (worker, message: MetricsMessage) => {
    const id = message.metricsRequest;
    if (!id) return;
    aggregator
      .clusterMetrics()
      .catch(() => undefined)
      .then((text) => worker.send({ metricsAnswer: id, text }))
      .catch(() => undefined);
  });
}

/**
 * The figures of all processes together; where there is one, its own.
 * @throws unavailable while one of them is being replaced: a sum without it would look as if counters had gone back
 */
export function metricsOfAllProcesses(own: Registry): Promise<string> {
  if (!cluster.isWorker) return own.metrics();
  const id = randomUUID();
  return new Promise((resolve, reject) => {
    const finish = (text?: string): void => {
      clearTimeout(timer);
      process.off('message', onMessage);
      if (text === undefined) reject(unavailable());
      else resolve(text);
    };
    const onMessage = (message: MetricsMessage): void => {
      if (message.metricsAnswer === id) finish(message.text);
    };
    const timer = setTimeout(() => finish(), ANSWER_WITHIN_MS);
    process.on('message', onMessage);
    process.send?.({ metricsRequest: id });
  });
}

/** Lets the supervisor ask this process for its figures. */
export function shareMetrics(own: Registry): void {
  if (!cluster.isWorker) return;
  AggregatorRegistry.setRegistries([own]);
  new AggregatorRegistry();
}
