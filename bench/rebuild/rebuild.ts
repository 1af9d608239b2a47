import type { MongoConnection } from '../../packages/common/src/mongodb/connect.ts';
import { rebuild } from '../../packages/common/src/projections/rebuild.ts';
import { mongoReadModels } from '../../packages/common/src/read-models/mongodb/mongodb.ts';
import { ticketListings } from '../../services/tickets/src/index.ts';
import type { FilledLog } from './log.ts';

/** Builds the listings anew, as an operator does; tells how far it has come. */
export async function rebuildListings(
  { log }: FilledLog,
  mongo: MongoConnection,
  onProgress: (position: number) => void,
): Promise<number> {
  await using readModels = mongoReadModels(mongo);
  await using build = await rebuild(ticketListings, {
    log,
    readModels,
    onProgress: ({ position }) => onProgress(position),
  });
  return build.position;
}
