import { given } from '@boxoffice/common/testing';
import { MAX_WEBHOOKS, WebhookAdded } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, test } from 'vitest';
import { added, dropped, ownerId, webhookId } from '../controls.ts';
import { type OwnedWebhooksCommand, ownedWebhooks } from './owned-webhooks.ts';

const add: OwnedWebhooksCommand = { type: 'Add', ownerId, webhookId };
const drop: OwnedWebhooksCommand = { type: 'Drop', ownerId, webhookId };
const others = (count: number) =>
  Array.from({ length: count }, (_, number) =>
    sampleOf(WebhookAdded, { webhookId: webhookId.replace(/0001$/, String(1000 + number)) }),
  );

describe('the webhooks of a person', () => {
  test('become one more', () =>
    given(others(MAX_WEBHOOKS - 1))
      .when(ownedWebhooks, add)
      .thenEmits([added]));
  test('are not too many', () => given(others(MAX_WEBHOOKS)).when(ownedWebhooks, add).thenRefused('too-many-webhooks'));
  test('have each once', () =>
    given([...others(MAX_WEBHOOKS - 1), added])
      .when(ownedWebhooks, add)
      .thenNothing());
  test('become one less', () => given([added]).when(ownedWebhooks, drop).thenEmits([dropped]));
  test('become no less by one that is not there', () =>
    given([added, dropped]).when(ownedWebhooks, drop).thenNothing());
  test('make room', () =>
    given([...others(MAX_WEBHOOKS - 1), added, dropped])
      .when(ownedWebhooks, add)
      .thenEmits([added]));
});
