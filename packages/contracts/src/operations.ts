import { z } from 'zod';
import { Currency } from './money.ts';
import { ProjectionName, SkipReason } from './projections.ts';
import { Instant } from './time.ts';

const position = z.int().min(0);
const count = z.int().min(0);
/** What a document of a read model is found by. */
const key = z.string().min(1).max(200);

/** How far a read model is behind the log. `seconds`: since the first commit that it has not taken in. */
const Lag = z.object({ commits: count, seconds: count });

/** One build of a read model. `held`: somebody is working on it. */
export const GenerationView = z
  .object({
    id: z.string(),
    version: z.int(),
    state: z.enum(['live', 'candidate', 'retired']),
    position,
    held: z.boolean(),
  })
  .meta({ id: 'Generation' });
export type GenerationView = z.infer<typeof GenerationView>;

/**
 * `halted`: it cannot take in what comes next. `paused`: an operator wants it so. `unattended`: nobody keeps it up.
 * `rebuilding`: it is kept up while another build of it is made.
 */
export const ProjectionState = z.enum(['live', 'paused', 'halted', 'unattended', 'rebuilding']);
export type ProjectionState = z.infer<typeof ProjectionState>;

export const ProjectionView = z
  .object({
    name: ProjectionName,
    version: z.int(),
    state: ProjectionState,
    /** Why it stands still, and at which position of the log. */
    halt: z.object({ position, reason: z.string() }).optional(),
    /** Which of its builds answers; missing when there is none yet. */
    generation: z.string().optional(),
    position,
    /** Where the log ends. */
    head: position,
    lag: Lag,
    /** Commits a second; `null` while that is not known. */
    throughput: z.number().nullable(),
    quarantined: count,
    candidates: z.array(GenerationView),
    /** What was live before: the last one can be gone back to. */
    retired: z.array(GenerationView),
    /** Of versions that this build of the market does not have. */
    others: z.array(GenerationView),
    /** The job that is working on it. */
    jobId: z.string().optional(),
  })
  .meta({ id: 'Projection' });
export type ProjectionView = z.infer<typeof ProjectionView>;

export const ProjectionsReply = z
  .object({ head: position, items: z.array(ProjectionView) })
  .meta({ id: 'Projections' });
export type ProjectionsReply = z.infer<typeof ProjectionsReply>;

/** The last quarter of an hour, a point every `seconds`, the oldest first. */
export const LagReply = z
  .object({
    seconds: z.int(),
    items: z.array(z.object({ name: ProjectionName, points: z.array(z.object({ at: Instant, position, lag: Lag })) })),
  })
  .meta({ id: 'LagHistory' });
export type LagReply = z.infer<typeof LagReply>;

/** `changed`: it was not so already. */
export const ToldReply = z.object({ position, changed: z.boolean() }).meta({ id: 'Told' });
export type ToldReply = z.infer<typeof ToldReply>;

/** `force`: change to it though it differs from what is live. */
export const SwitchProjection = z.strictObject({ force: z.boolean().default(false) }).meta({ id: 'SwitchProjection' });
export type SwitchProjection = z.infer<typeof SwitchProjection>;

/** What an operation is at: `of` names the generation, or the log. */
export const OperationStage = z.enum(['read', 'fold', 'build', 'bring-up', 'compare', 'switch']);
export type OperationStage = z.infer<typeof OperationStage>;

export const JobKind = z.enum(['rebuild', 'compare', 'switch', 'rollback', 'verify']);
export type JobKind = z.infer<typeof JobKind>;

/** Something that is not as the log promises. */
const Problem = z.object({
  position: z.int().optional(),
  stream: z.string().optional(),
  type: z.string().optional(),
  reason: z.string(),
});

/** What an operation has found out or done. */
export const JobResult = z.object({
  generation: z.string().optional(),
  /** Documents of a build beside those that are live. `different`: the keys of the first of them. */
  comparison: z.object({ documents: count, differences: count, different: z.array(z.string()) }).optional(),
  switched: z.object({ from: z.string(), to: z.string(), position }).optional(),
  verified: z
    .object({
      head: position,
      commits: count,
      events: count,
      streams: count,
      readModels: z.array(z.object({ name: z.string(), documents: count, comparedAt: position.nullable() })),
      problems: count,
      /** The first of them. */
      named: z.array(Problem),
    })
    .optional(),
});
export type JobResult = z.infer<typeof JobResult>;

/** An operation that takes its time. */
export const JobView = z
  .object({
    id: z.string(),
    kind: JobKind,
    projection: ProjectionName.optional(),
    /** Who began it. */
    actor: z.string(),
    state: z.enum(['running', 'done', 'failed', 'cancelled']),
    startedAt: Instant,
    endedAt: Instant.optional(),
    stage: OperationStage.optional(),
    of: z.string().optional(),
    /** Commits of the present stage, of how many, how many a second, and how many seconds are left. */
    progress: z.object({ done: count, of: count, perSecond: count, secondsLeft: count }),
    result: JobResult,
    /** Why it failed. */
    failure: z.string().optional(),
  })
  .meta({ id: 'Job' });
export type JobView = z.infer<typeof JobView>;

/** The newest first. */
export const JobsReply = z.object({ items: z.array(JobView) }).meta({ id: 'Jobs' });
export type JobsReply = z.infer<typeof JobsReply>;

export const QuarantineReply = z
  .object({
    items: z.array(
      z.object({ projection: ProjectionName, version: z.int(), key, position, reason: z.string(), at: Instant }),
    ),
  })
  .meta({ id: 'Quarantine' });
export type QuarantineReply = z.infer<typeof QuarantineReply>;

/** Without a `key`: all of the projection's quarantine. */
export const RetryKeys = z.strictObject({ projection: ProjectionName, key: key.optional() }).meta({ id: 'RetryKeys' });
export type RetryKeys = z.infer<typeof RetryKeys>;

export const SkipEvent = z
  .strictObject({ projection: ProjectionName, key, reason: SkipReason })
  .meta({ id: 'SkipEvent' });
export type SkipEvent = z.infer<typeof SkipEvent>;

/** `obeyed`: the projection has come to it; `stuck`: the keys that are in quarantine all the same. */
export const QuarantineTold = z
  .object({ position, keys: z.array(key), obeyed: z.boolean(), stuck: z.array(key) })
  .meta({ id: 'QuarantineTold' });
export type QuarantineTold = z.infer<typeof QuarantineTold>;

/** The money of one currency, in minor units. `imbalance`: what does not add up, and zero. */
export const LedgerReply = z
  .object({
    position,
    items: z.array(
      z.object({
        currency: Currency,
        charged: z.int(),
        paid: z.int(),
        refunded: z.int(),
        inFlight: z.int(),
        fees: z.int(),
        imbalance: z.int(),
      }),
    ),
  })
  .meta({ id: 'Ledger' });
export type LedgerReply = z.infer<typeof LedgerReply>;
