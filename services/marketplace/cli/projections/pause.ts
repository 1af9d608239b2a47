import { findProjection } from '../../operations/projections/find-projection.ts';
import { tell } from '../../operations/projections/tell.ts';
import { newContext, type Session } from '../session.ts';
import { say } from '../terminal/say.ts';

/** `projections pause` */
export async function pause(session: Session, _options: object, name: string): Promise<void> {
  const { commit } = await tell(session, findProjection(name), { type: 'Pause' }, newContext(session));
  say(
    commit ? `${name} is paused from position ${commit.position} on. ${when(session)}` : `${name} is paused already.`,
  );
}

/** `projections resume` */
export async function resume(session: Session, _options: object, name: string): Promise<void> {
  const { commit } = await tell(session, findProjection(name), { type: 'Resume' }, newContext(session));
  say(commit ? `${name} is resumed at position ${commit.position}. ${when(session)}` : `${name} is not paused.`);
}

function when({ place }: Session): string {
  return place.kind === 'folder'
    ? 'A running market obeys within a second; one that starts catches up first.'
    : 'Its projector obeys within a second.';
}
