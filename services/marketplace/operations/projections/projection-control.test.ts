import { given } from '@boxoffice/common/testing';
import {
  EventSkipped,
  KeyRetried,
  ProjectionPaused,
  ProjectionRebuilt,
  ProjectionResumed,
  ProjectionSwitched,
} from '@boxoffice/contracts';
import { describe, test } from 'vitest';
import { projectionControl } from './projection-control.ts';

const control = projectionControl('lamps', 2);
const projection = 'lamps';
const of = { projection, version: 2 };
const paused = ProjectionPaused.of({ projection });
const resumed = ProjectionResumed.of({ projection });
const quarantine = [{ key: 'a', position: 7, reason: 'too bright', at: '2027-01-01T00:00:00.000Z' }];
const stuckToo = { key: 'c', position: 8, reason: 'too dark', at: '2027-01-01T00:00:00.000Z' };
const reason = 'a bad import';
const skipped = EventSkipped.of({ ...of, key: 'a', position: 7, reason });

describe('a projection is paused', () => {
  test('when it runs', () => given([]).when(control, { type: 'Pause' }).thenEmits([paused]));
  test('once', () => given([paused]).when(control, { type: 'Pause' }).thenNothing());
  test('again after it was resumed', () =>
    given([paused, resumed]).when(control, { type: 'Pause' }).thenEmits([paused]));
});

describe('a projection is resumed', () => {
  test('when it is paused', () => given([paused]).when(control, { type: 'Resume' }).thenEmits([resumed]));
  test('not when it runs', () => given([]).when(control, { type: 'Resume' }).thenNothing());
});

describe('a key is retried', () => {
  const retry = { type: 'Retry', keys: ['a'], quarantine } as const;
  const retried = KeyRetried.of({ ...of, key: 'a' });
  test('when it is in quarantine', () => given([]).when(control, retry).thenEmits([retried]));
  test('as often as wanted: another build may be there by now', () =>
    given([retried]).when(control, retry).thenEmits([retried]));
  test('with all others', () =>
    given([])
      .when(control, { ...retry, keys: ['a', 'c'], quarantine: [...quarantine, stuckToo] })
      .thenEmits([retried, KeyRetried.of({ ...of, key: 'c' })]));
  test('not when there is none', () =>
    given([])
      .when(control, { ...retry, keys: [] })
      .thenNothing());
  test('not when it is not in quarantine', () =>
    given([])
      .when(control, { ...retry, keys: ['a', 'b'] })
      .thenRefused('not-in-quarantine'));
});

describe('an event is skipped', () => {
  const skip = { type: 'Skip', key: 'a', reason, quarantine } as const;
  test('for the key that is stuck there', () => given([]).when(control, skip).thenEmits([skipped]));
  test('once, though the projection has not come to it', () => given([skipped]).when(control, skip).thenNothing());
  test('again for another version', () =>
    given([EventSkipped.of({ ...of, version: 1, key: 'a', position: 7, reason })])
      .when(control, skip)
      .thenEmits([skipped]));
  test('not for a key that is not stuck', () =>
    given([])
      .when(control, { ...skip, key: 'b' })
      .thenRefused('not-in-quarantine'));
});

describe('it is written down', () => {
  test('that a generation was built', () =>
    given([])
      .when(control, { type: 'RecordRebuild', generation: 'lamps@2.3', position: 9, documents: 4 })
      .thenEmits([ProjectionRebuilt.of({ ...of, generation: 'lamps@2.3', position: 9, documents: 4 })]));
  test('that another one is live', () =>
    given([])
      .when(control, { type: 'RecordSwitch', from: 'lamps@2', to: 'lamps@2.3' })
      .thenEmits([ProjectionSwitched.of({ ...of, from: 'lamps@2', to: 'lamps@2.3' })]));
  test('not that it is the same', () =>
    given([]).when(control, { type: 'RecordSwitch', from: 'lamps@2', to: 'lamps@2' }).thenNothing());
});
