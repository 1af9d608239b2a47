import type { Reaction, Vault } from '@boxoffice/common';
import { type UserEvent, userEvents } from '@boxoffice/contracts';

/** Destroys what is known of who has deleted their account, if whoever began it could not finish. */
export function forgetPeople(vault: Vault): Reaction<UserEvent> {
  return {
    name: 'forget-people',
    events: [userEvents],
    concerns: ({ type }) => type === 'UserForgotten',
    react: ({ data: { userId } }) => vault.forget(userId),
  };
}
