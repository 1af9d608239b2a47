import { ClientError } from '@boxoffice/common';

/** 404: no mail has this id, or it is somebody else's: the answer is the same. */
export class MailNotFound extends ClientError {
  constructor() {
    super('mail-not-found', 'You have no mail with this id');
  }
}
