import { type EventLog, fold, type Reaction, type ReadModel, type Recorded } from '@boxoffice/common';
import { streamName } from '@boxoffice/contracts';
import type { Deliveries } from '../deliveries/deliveries.ts';
import { deliveryOf } from '../messages/message.ts';
import { messageOf, type ToldEvent, toldEvents } from '../messages/message-of.ts';
import type { MyWebhook } from '../my-webhooks/projection.ts';
import type { Subject } from '../subject/projection.ts';
import { webhook } from '../webhook/webhook.ts';

interface Dependencies {
  readonly log: EventLog;
  readonly webhooks: ReadModel<MyWebhook>;
  readonly subjects: ReadModel<Subject>;
  readonly deliveries: Deliveries;
}

/** Milliseconds that read models are waited for, which are read at the same time. */
const PATIENCE = 5000;

/** Queues what webhooks are to be told of an event: those that its owner had, enabled, when it happened. */
export function queueMessages({ log, webhooks, subjects, deliveries }: Dependencies): Reaction<ToldEvent> {
  async function toldOf(event: Recorded<ToldEvent>): Promise<string[]> {
    for (const model of [subjects, webhooks])
      if (!(await model.reached(event.position, PATIENCE)))
        throw new Error(`the read models of webhooks have not reached position ${event.position}`);
    const subject = await subjects.get(event.stream);
    if (!subject) return [];
    const owned = await webhooks.find({ ownerId: subject.ownerId });
    return owned.map(({ _id }) => _id);
  }

  return {
    name: 'queue-webhooks',
    events: toldEvents,
    async react(event, { at }) {
      const all = await toldOf(event);
      const message = all.length > 0 ? await messageOf(log, event) : undefined;
      if (!message) return;
      for (const webhookId of all) {
        // Not as the read model has it, which may have come further.
        const { state } = await fold(log, webhook, streamName('webhook', webhookId), event.position);
        if (state?.status !== 'enabled' || !state.topics.includes(message.type)) continue;
        await deliveries.add([deliveryOf(webhookId, event, message, at)]);
      }
    },
  };
}
