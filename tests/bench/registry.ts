/** The benchmarks by name. Each is loaded when it is asked for: one needs a browser, another does not. */
import type { Benchmark } from './benchmark.ts';

export const BENCHMARKS: Record<string, () => Promise<Benchmark>> = {
  anchoring: async () => (await import('./anchoring.ts')).anchoring,
  articles: async () => (await import('./articles.ts')).articles,
  copy: async () => (await import('./copy.ts')).copy,
  endpoint: async () => (await import('./endpoint.ts')).endpoint,
  reuse: async () => (await import('./reuse.ts')).reuse,
  review: async () => (await import('./review.ts')).review,
  terms: async () => (await import('./terms.ts')).terms,
};
