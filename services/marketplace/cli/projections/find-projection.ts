import type { AnyProjection } from '@boxoffice/common';
import { projections } from '../../src/market.ts';
import { RefusedError } from '../refused-error.ts';

/** @throws {RefusedError} this build has none of that name */
export function findProjection(name: string): AnyProjection {
  const found = projections.find((projection) => projection.name === name);
  const names = projections.map((projection) => projection.name).join(', ');
  if (!found) throw new RefusedError(`There is no projection ${name}. There are: ${names}`);
  return found;
}
