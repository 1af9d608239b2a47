import { type Access, accessModel } from '@boxoffice/contracts';
import type { CommonOptions, Session } from '../session.ts';
import { say, sayJson } from '../terminal/say.ts';
import { sayTable } from '../terminal/say-table.ts';

/** `operators list` */
export async function list(session: Session, { json }: CommonOptions): Promise<void> {
  const access = (await session.readModels()).reader<Access>(accessModel);
  const vault = await session.place.vault();
  const found = await access.find({ isOperator: true }, { sort: { _id: 1 } });
  const operators = await Promise.all(
    found.map(async ({ _id }) => {
      const id = _id.slice('user-'.length);
      return { id, email: (await vault.get(id))?.email ?? null };
    }),
  );
  if (json) return sayJson(operators);
  if (operators.length === 0) return say('There are none: "boxoffice operators appoint" makes one.');
  sayTable(
    ['USER', 'ADDRESS'],
    operators.map(({ id, email }) => [id, email ?? '–']),
  );
}
