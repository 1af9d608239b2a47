import { ClientError } from '@boxoffice/common';

/** 404: there is no such user. */
export class UserNotFound extends ClientError {
  constructor() {
    super('user-not-found', 'There is no account with this id');
  }
}
