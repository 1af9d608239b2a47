import {
  CommitsReply,
  CommitView,
  JobsReply,
  JobView,
  LagReply,
  LedgerReply,
  LogStreamReply,
  OrderChain,
  PaymentView,
  ProjectionsReply,
  ProjectionView,
  QuarantineReply,
  QuarantineTold,
  type RefundSale,
  type RetryKeys,
  type SkipEvent,
  ToldReply,
} from '@boxoffice/contracts';
import { change, changed, read } from './request.ts';

const at = (path: string) => `/operations/${path}`;
const projection = (name: string) => at(`projections/${encodeURIComponent(name)}`);
const post = (body: unknown, idempotencyKey: string) => ({ method: 'POST' as const, body, idempotencyKey });

/** What operators ask of the API, and tell it. */
export const operations = {
  projections: () => read(at('projections'), ProjectionsReply),
  projection: (name: string) => read(projection(name), ProjectionView),
  lag: () => read(at('projections/lag'), LagReply),
  ledger: () => read(at('ledger'), LedgerReply),
  tell: (name: string, what: 'pause' | 'resume', key: string) =>
    change(`${projection(name)}/${what}`, post(undefined, key), ToldReply),
  begin: (name: string, what: 'rebuild' | 'compare' | 'switch' | 'rollback', key: string) =>
    change(`${projection(name)}/${what}`, post(what === 'switch' ? {} : undefined, key), JobView),

  jobs: () => read(at('jobs'), JobsReply),
  job: (id: string) => read(at(`jobs/${encodeURIComponent(id)}`), JobView),
  cancelJob: (id: string) => changed(at(`jobs/${encodeURIComponent(id)}`), { method: 'DELETE' }),

  quarantine: () => read(at('quarantine'), QuarantineReply),
  retry: (body: RetryKeys, key: string) => change(at('quarantine/retry'), post(body, key), QuarantineTold),
  skip: (body: SkipEvent, key: string) => change(at('quarantine/skip'), post(body, key), QuarantineTold),

  commits: (query: URLSearchParams) => read(at(`log/commits?${query}`), CommitsReply),
  commit: (position: string) => read(at(`log/commits/${encodeURIComponent(position)}`), CommitView),
  stream: (name: string, query: URLSearchParams) =>
    read(at(`log/streams/${encodeURIComponent(name)}?${query}`), LogStreamReply),
  verify: (key: string) => change(at('log/verify'), post(undefined, key), JobView),

  order: (id: string) => read(at(`orders/${encodeURIComponent(id)}`), OrderChain),
  refund: (body: RefundSale, key: string) => change('/payments/refunds', post(body, key), PaymentView),
};
