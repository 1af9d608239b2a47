import type { AnyProjection } from '@boxoffice/common';
import { projections } from '../../src/projections.ts';
import { ProjectionNotFound } from '../errors.ts';

/** @throws {ProjectionNotFound} this build has none of that name */
export function findProjection(name: string): AnyProjection {
  const found = projections.find((projection) => projection.name === name);
  if (!found)
    throw new ProjectionNotFound(
      name,
      projections.map((projection) => projection.name),
    );
  return found;
}
