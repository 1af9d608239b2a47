import { type OpenMarket, purchaseSuite } from '../../services/marketplace/tests/purchase.suite.ts';
import { newcomer, sendTo } from '../../services/marketplace/tests/support/person.ts';
import type { BookedCharge } from '../../services/payments/src/index.ts';
import { inside } from './cluster.ts';

const { MARKET_URL = 'http://127.0.0.1:30080' } = process.env;

const charges = `
  import { connectMongo } from '@boxoffice/common/roles';
  import { mongoBooks } from '@boxoffice/payments';
  import { readFileSync } from 'node:fs';
  const mongo = await connectMongo(readFileSync(process.env.MONGODB_URL_FILE, 'utf8').trim());
  process.stdout.write(JSON.stringify(await mongoBooks(mongo.db).charges()));
  await mongo.client.close();
`;

purchaseSuite(async (): Promise<OpenMarket> => {
  return {
    person: () => newcomer(sendTo(MARKET_URL)),
    async charges(orderId) {
      const all = (await inside('payments-query', charges)) as BookedCharge[];
      return all.filter((charge) => charge.orderId === orderId);
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
});
