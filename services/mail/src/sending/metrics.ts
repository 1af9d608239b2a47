import { Counter, Gauge } from 'prom-client';

export const mailAttempts = new Counter({
  name: 'boxoffice_mail_attempts_total',
  help: 'Attempts to send a mail, by what came of it: sent, postponed, given-up, nobody',
  labelNames: ['outcome'],
});

export const mailsWaiting = new Gauge({
  name: 'boxoffice_mails_waiting',
  help: 'Mails that are still to be sent',
});
