import { setTimeout as delay } from 'node:timers/promises';
import { MongoError, MongoServerError } from 'mongodb';
import { type Append, type Appended, ConcurrencyError, commitOf } from '../event-log.ts';
import { CorruptCommitError } from '../parse-commit.ts';
import { type CommitDocument, type Commits, headOf } from './commits.ts';
import { findCommands } from './find-commands.ts';
import { insertInOrder } from './insert.ts';
import { knownRevisions } from './known-revisions.ts';
import { pause } from './pause.ts';
import { turns } from './turns.ts';
import { UnknownOutcomeError } from './unknown-outcome.ts';

/** Appends waiting together from which on a process is thought to be under load. */
const CROWD = 8;

interface Pending {
  readonly append: Append;
  /** An earlier attempt was not answered: it may have been carried out, or may be yet. */
  doubtful: boolean;
  result?: Appended | Error;
}

/**
 * Writes batches of appends, in order, at the head of the log. A document is inserted at a position only when a
 * majority has the one before it, so no position is ever missing or appears late. What an index refuses is settled
 * by itself; what the server does not answer is tried again, and recognised by its command if it was written.
 */
export function mongoAppender(commits: Commits, { deadlineMs }: { deadlineMs: number }) {
  const revisions = knownRevisions(commits);
  const turn = turns();
  let head: number | undefined;

  async function write(appends: Append[]): Promise<(Appended | Error)[]> {
    const all: Pending[] = appends.map((append) => ({ append, doubtful: false }));
    const deadline = performance.now() + deadlineMs;
    for (let failures = 0; ; ) {
      const pending = all.filter(({ result }) => result === undefined);
      if (pending.length === 0) break;
      try {
        await step(pending, deadline);
        failures = 0;
      } catch (error) {
        head = undefined;
        // What the log must not hold is met before anything is inserted.
        const isRefused = error instanceof CorruptCommitError;
        for (const one of pending) one.doubtful ||= one.result === undefined && !isRefused;
        if (!mayPass(error) || performance.now() > deadline) giveUp(pending, error);
        else await delay(Math.min(20 * 2 ** failures++, 500));
      }
    }
    return all.map(({ result }) => result as Appended | Error);
  }

  async function step(all: Pending[], deadline: number): Promise<void> {
    await revisions.askAbout(all.map(({ append }) => append));
    await refuse(all, deadline);
    const pending = apart(all.filter(({ result }) => result === undefined));
    if (pending.length === 0) return;
    // Alone or at leisure nobody waits: a race lost now and then costs less.
    if (pending.length >= CROWD && (await turn.wait())) head = undefined;
    const after = head ?? (await headOf(commits));
    const documents = pending.map(({ append }, n) => documentOf(append, after + n + 1));
    const began = performance.now();
    const refusal = await insertInOrder(commits, documents);
    const written = refusal ? refusal.at : documents.length;
    if (written > 0) turn.won(performance.now() - began);
    for (const [n, one] of pending.slice(0, written).entries()) settleWritten(one, after + n + 1);
    head = after + written;
    const refused = pending[written];
    if (!refusal || !refused) return;
    if (refusal.index === '_id_') {
      turn.lost();
      head = await waitForHead(head + 1, deadline);
    } else if (!(await settleFound([refused], deadline))) refused.result = await conflict(refused.append, deadline);
  }

  /** Refuses at once all that has come too late, however many they are: none of them costs the others an insert. */
  async function refuse(pending: Pending[], deadline: number): Promise<void> {
    const late = pending.flatMap((one) => {
      const refusal = revisions.refusalOf(one.append);
      return refusal ? [{ one, refusal }] : [];
    });
    if (late.length === 0) return;
    await settleFound(
      late.map(({ one }) => one),
      deadline,
    );
    for (const { one, refusal } of late) one.result ??= refusal;
  }

  /** Settles those of which a commit is there already, from earlier or from an attempt of ours that was not answered. */
  async function settleFound(pending: Pending[], deadline: number): Promise<boolean> {
    const ids = pending.map(({ append }) => append.commandId);
    const found = await findCommands(commits, ids, deadline);
    for (const one of pending) {
      const commit = found.get(one.append.commandId);
      if (commit) one.result = { commit, repeated: !one.doubtful };
    }
    return found.size > 0;
  }

  function settleWritten(one: Pending, position: number): void {
    const commit = commitOf(one.append, position);
    revisions.note(commit.streams);
    one.result = { commit, repeated: false };
  }

  /** Somebody else wrote at this position; nothing may follow it before a majority has it. */
  async function waitForHead(position: number, deadline: number): Promise<number> {
    for (let wait = 1; ; wait = Math.min(wait * 2, 50)) {
      const present = await headOf(commits);
      if (present >= position) return present;
      await pause(wait, deadline);
      // It has gone with a primary that lost its office: the place is free again.
      if (!(await commits.findOne({ _id: position }, { readConcern: { level: 'local' } }))) return headOf(commits);
    }
  }

  async function conflict(append: Append, deadline: number): Promise<ConcurrencyError> {
    const streams = Object.keys(append.expected);
    // Local: what stands in the way need not have reached a majority yet.
    const options = { projection: { _id: 1 }, readConcern: { level: 'local' } } as const;
    const inTheWay = await commits.find({ 'streams.id': { $in: streams } }, options).toArray();
    // Whoever decides again must see what stood in the way.
    await waitForHead(Math.max(0, ...inTheWay.map(({ _id }) => _id)), deadline);
    // The others that expect the same are refused by what is known now.
    await revisions.ask(streams);
    const [stream = '', revision = 0] = Object.entries(append.expected)[0] ?? [];
    return revisions.refusalOf(append) ?? new ConcurrencyError(stream, revision, revision);
  }

  return { write, note: revisions.note };
}

/** Those that write to no stream to which one before them writes: of two, the second would be refused. */
function apart(pending: Pending[]): Pending[] {
  const taken = new Set<string>();
  return pending.filter(({ append }) => {
    const streams = Object.keys(append.expected);
    if (streams.some((stream) => taken.has(stream))) return false;
    for (const stream of streams) taken.add(stream);
    return true;
  });
}

function documentOf(append: Append, position: number): CommitDocument {
  const { position: _id, ...rest } = commitOf(append, position);
  return { _id, ...rest };
}

function giveUp(pending: Pending[], error: unknown): void {
  for (const one of pending)
    one.result ??= one.doubtful ? new UnknownOutcomeError(one.append.commandId, error) : (error as Error);
}

/** A fault of the network, or a primary on its way in or out. A refusal of what was asked does not pass. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof MongoServerError)) return error instanceof MongoError;
  const labels = ['RetryableWriteError', 'TransientTransactionError', 'RetryableError'];
  const codes = [64, 91, 100, 189, 262, 10_107, 11_600, 11_602, 13_435, 13_436];
  return labels.some((label) => error.hasErrorLabel(label)) || codes.includes(Number(error.code));
}
