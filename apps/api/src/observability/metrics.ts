import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

const BUCKETS_S = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** How often the event loop's delay is sampled, in ms. The library's 10 ms wake an idle process a hundred times a second. */
const LOOP_DELAY_EVERY_MS = 100;

const LABELS = ['method', 'route', 'status'] as const;
type Label = (typeof LABELS)[number];

/** Figures in Prometheus' text format. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer',
    labelNames: LABELS,
    buckets: BUCKETS_S,
    registers: [this.registry],
  });

  private readonly known = new Map<string, Histogram.Internal<Label>>();

  /** Counts each answer under its route's pattern, never under its path: a path would make a series a user. */
  observe(fastify: FastifyInstance): void {
    collectDefaultMetrics({ register: this.registry, eventLoopMonitoringPrecision: LOOP_DELAY_EVERY_MS });
    fastify.addHook('onResponse', (request, reply, done) => {
      this.series(request.method, request.routeOptions.url ?? 'none', reply.statusCode).observe(
        reply.elapsedTime / 1000,
      );
      done();
    });
  }

  /** Looked up by one text, which costs less than the library's own sorting and hashing of labels at each answer. */
  private series(method: string, route: string, status: number): Histogram.Internal<Label> {
    const key = `${method} ${status} ${route}`;
    let series = this.known.get(key);
    if (!series) {
      series = this.duration.labels({ method, route, status });
      this.known.set(key, series);
    }
    return series;
  }
}
