import { type EventLog, type ReadModel, recordedEvents } from '@boxoffice/common';
import type { WebhookTopic } from '@boxoffice/contracts';
import type { Deliveries } from '../deliveries/deliveries.ts';
import { deliveryOf } from '../messages/message.ts';
import { messageOf, type ToldEvent, toldEvents } from '../messages/message-of.ts';
import type { Subject } from '../subject/projection.ts';

interface Dependencies {
  readonly log: EventLog;
  readonly subjects: ReadModel<Subject>;
  readonly deliveries: Deliveries;
}

interface Wanted {
  readonly webhookId: string;
  readonly ownerId: string;
  readonly topics: readonly WebhookTopic[];
  readonly from: number;
  readonly upTo: number;
  readonly at: string;
}

const PAGE = 100;

/**
 * Queues everything of an owner's between two positions again, also what is from before the webhook. It is read from the
 * streams of what the owner sells and buys, not from the whole log.
 */
export async function replay({ log, subjects, deliveries }: Dependencies, wanted: Wanted): Promise<void> {
  for (let after = ''; ; ) {
    const page = await subjects.find(
      { ownerId: wanted.ownerId, _id: { $gt: after } },
      { sort: { _id: 1 }, limit: PAGE },
    );
    for (const { _id: stream } of page) await replayStream({ log, deliveries }, stream, wanted);
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last._id;
  }
}

async function replayStream(
  { log, deliveries }: Omit<Dependencies, 'subjects'>,
  stream: string,
  { webhookId, topics, from, upTo, at }: Wanted,
): Promise<void> {
  for (const commit of await log.readStream(stream, upTo)) {
    if (commit.position < from) continue;
    for (const event of recordedEvents<ToldEvent>(commit, toldEvents)) {
      if (event.stream !== stream) continue;
      const message = await messageOf(log, event);
      if (message && topics.includes(message.type))
        await deliveries.addAgain([deliveryOf(webhookId, event, message, at)]);
    }
  }
}
