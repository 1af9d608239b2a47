export { type Clock, systemClock } from './clock.ts';
export {
  type CommandContext,
  type Decider,
  eventOf,
  fold,
  handle,
  type Load,
  type Loaded,
  type Outcome,
  type StreamType,
} from './commands.ts';
export { ConfigError, LogLevel, Port, Proxies, readConfig } from './config.ts';
export * from './errors.ts';
export type { EventBus, Subscription } from './event-bus/event-bus.ts';
export { type FollowOptions, follow } from './event-bus/follow.ts';
export { inProcessEventBus } from './event-bus/in-process.ts';
export { type RelayOptions, startRelay, volatileCursor } from './event-bus/relay.ts';
export { type Append, type Appended, ConcurrencyError, type EventLog } from './event-log/event-log.ts';
export { CorruptCommitError } from './event-log/parse-commit.ts';
export { readStreamAsOf } from './event-log/read-stream-as-of.ts';
export { openSqliteEventLog } from './event-log/sqlite.ts';
export { type Problem, type StoredCommits, type Verified, verifyLog } from './event-log/verify.ts';
export { storedMongoCommits } from './event-log/verify-mongodb.ts';
export { openStoredSqliteCommits } from './event-log/verify-sqlite.ts';
export { FileRefusedError } from './file-refused.ts';
export { type Lifecycle, lifecycle } from './lifecycle.ts';
export { meteredEventLog } from './metrics/metered-event-log.ts';
export { type ProjectionMetrics, projectionMetrics } from './metrics/projection.ts';
export { streamMetrics } from './metrics/stream.ts';
export { type Build, type BuildOptions, openBuild, type Progress } from './projections/build.ts';
export { type AnyProjection, catchUp } from './projections/catch-up.ts';
export { type Comparison, compare, compareMoving, SHOWN } from './projections/compare.ts';
export { type Control, controlOf, controlStream, skip } from './projections/control.ts';
export { AheadOfLogError } from './projections/folding.ts';
export { dropRetired, generationsOf, previousOf } from './projections/generations.ts';
export { projectStream } from './projections/project-stream.ts';
export { PoisonError, type Projection, versionName } from './projections/projection.ts';
export { type Projector, type ProjectorOptions, startProjector } from './projections/projector.ts';
export { compareWithLive, rebuild } from './projections/rebuild.ts';
export { DifferentError, type SwitchedOver, switchOver } from './projections/switch-over.ts';
export type { Cursor, CursorPosition, Cursors } from './reactions/cursors.ts';
export { type Periodic, periodically } from './reactions/periodically.ts';
export { type Reacted, type Reaction, type ReactionOptions, startReaction } from './reactions/reaction.ts';
export { openSqliteCursors } from './reactions/sqlite.ts';
export { memoryReadModels } from './read-models/memory.ts';
export * from './read-models/read-models.ts';
export { type Circumstances, type Recorded, recordedEvents } from './recorded.ts';
export * from './roles/config.ts';
export { openSqliteFile, type SqliteFile } from './sqlite-file.ts';
export { exitWithReason, StartError } from './start-error.ts';
export { openSqliteVault } from './vault/sqlite.ts';
export type { Person, Vault } from './vault/vault.ts';
export { wakeUp } from './wake-up.ts';
export { startWorker, type Worker } from './worker.ts';
