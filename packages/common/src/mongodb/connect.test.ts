import { expect, test } from 'vitest';
import { connectMongo, MongoRefusedError } from './connect.ts';

test.each([
  'mongodb://user:hun?ter2@a:1/market',
  'mongodb://user:hun/ter2@a:1/market',
  'mongodb://user:hunter2@a:99999/market',
  'mongodb://user:hunter2@/market',
  'mongodb+srv://user:hunter2@a:1/market',
  'mongodb://a:1/market?tls=maybe',
])('%s is no address: it is refused at once, and not repeated', async (url) => {
  const error = await connectMongo(url).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(MongoRefusedError);
  expect((error as Error).message).toBe('MONGODB_URL: it is not an address that MongoDB understands');
});
