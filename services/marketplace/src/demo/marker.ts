import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type EventLog, FileRefusedError } from '@boxoffice/common';
import { z } from 'zod';

const Marker = z.strictObject({ demo: z.enum(['begun', 'done', 'left out']) });

/**
 * Whether this market has its demo catalogue, and need not be asked again: a file beside the log.
 * @throws {FileRefusedError} the file is something else
 */
export function demoMarker(path: string) {
  const state = existsSync(path) ? read(path) : undefined;
  return {
    /** The market is new, or its demo was cut off half-way. */
    async isWanted(log: EventLog): Promise<boolean> {
      return state === 'begun' || (state === undefined && (await log.head()) === 0);
    },
    set(demo: z.infer<typeof Marker>['demo']): void {
      writeFileSync(path, JSON.stringify({ demo }), { flush: true });
    },
  };
}

function read(path: string): z.infer<typeof Marker>['demo'] {
  try {
    return Marker.parse(JSON.parse(readFileSync(path, 'utf8'))).demo;
  } catch {
    throw new FileRefusedError(path, 'it does not say whether there is a demo catalogue');
  }
}
