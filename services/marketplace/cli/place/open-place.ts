import { readConfig, storeSettings } from '@boxoffice/common';
import { z } from 'zod';
import { MarketplaceConfig } from '../../src/config.ts';
import { openFolderPlace } from './folder.ts';
import { openMongoPlace } from './mongodb.ts';
import type { Place } from './place.ts';

const Mongo = z.object({ MONGODB_URL: storeSettings.MONGODB_URL });
const Settings = z.object({
  MONGODB_URL: storeSettings.MONGODB_URL.optional(),
  DATA_DIR: MarketplaceConfig.shape.DATA_DIR,
});

/**
 * Opens the place that the options name, or else the environment.
 * @throws {ConfigError} the address is none
 * @throws {PlaceError} nothing is there, or nobody answers
 */
export async function openPlace({ mongo, dataDir }: { mongo?: string; dataDir?: string }): Promise<Place> {
  if (mongo !== undefined) return openMongoPlace(readConfig(Mongo, { MONGODB_URL: mongo }).MONGODB_URL);
  if (dataDir !== undefined) return openFolderPlace(dataDir);
  const { MONGODB_URL, DATA_DIR } = readConfig(Settings);
  return MONGODB_URL ? openMongoPlace(MONGODB_URL) : openFolderPlace(DATA_DIR);
}
