import {
  type ChangePassword,
  CurrentUserReply,
  MailboxReply,
  MailView,
  MarketView,
  OrderHistoryReply,
  OrdersReply,
  OrderView,
  type PasswordConfirmation,
  type Pay,
  PaymentMethodsReply,
  PaymentView,
  type PlaceOrder,
  SalesReply,
  SessionsReply,
  type SignIn,
  type SignUp,
  SimilarReply,
  TicketHistoryReply,
  type TicketInput,
  TicketSearchReply,
  TicketView,
  UserView,
} from '@boxoffice/contracts';
import { cache } from 'react';
import { change, changed, read } from './api/request.ts';

/** All that the pages ask of the API; every reply is parsed by its contract. Reads are asked once per request. */
export const api = {
  currentUser: cache(() => read('/users/currentuser', CurrentUserReply)),
  signUp: (body: SignUp, idempotencyKey: string) =>
    change('/users/signup', { method: 'POST', body, idempotencyKey }, UserView),
  signIn: (body: SignIn) => change('/users/signin', { method: 'POST', body }, UserView),
  signOut: () => changed('/users/signout', { method: 'POST' }),
  signOutEverywhere: () => changed('/users/signout-everywhere', { method: 'POST' }),
  sessions: () => read('/users/sessions', SessionsReply),
  endSession: (id: string, body: PasswordConfirmation) =>
    changed(`/users/sessions/${encodeURIComponent(id)}`, { method: 'DELETE', body }),
  changePassword: (body: ChangePassword, idempotencyKey: string) =>
    changed('/users/password', { method: 'PUT', body, idempotencyKey }),
  forget: (body: PasswordConfirmation) => changed('/users/forget', { method: 'POST', body }),

  market: cache(() => read('/market', MarketView)),
  searchTickets: (query: URLSearchParams) => read(`/tickets?${query}`, TicketSearchReply),
  ticket: cache((id: string) => read(`/tickets/${encodeURIComponent(id)}`, TicketView)),
  ticketHistory: (id: string, asOf?: string) =>
    read(`/tickets/${encodeURIComponent(id)}/history?${historyQuery(asOf)}`, TicketHistoryReply),
  similarTickets: (id: string) => read(`/tickets/${encodeURIComponent(id)}/similar`, SimilarReply),
  listTicket: (body: TicketInput, idempotencyKey: string) =>
    change('/tickets', { method: 'POST', body, idempotencyKey }, TicketView),
  changeTicket: (id: string, body: TicketInput, ifMatch: number) =>
    change(`/tickets/${encodeURIComponent(id)}`, { method: 'PUT', body, ifMatch }, TicketView),
  withdrawTicket: (id: string) => changed(`/tickets/${encodeURIComponent(id)}`, { method: 'DELETE' }),

  placeOrder: (body: PlaceOrder, idempotencyKey: string) =>
    change('/orders', { method: 'POST', body, idempotencyKey }, OrderView),
  orders: (query: URLSearchParams) => read(`/orders?${query}`, OrdersReply),
  order: cache((id: string) => read(`/orders/${encodeURIComponent(id)}`, OrderView)),
  orderHistory: (id: string, asOf?: string) =>
    read(`/orders/${encodeURIComponent(id)}/history?${historyQuery(asOf)}`, OrderHistoryReply),
  cancelOrder: (id: string) => changed(`/orders/${encodeURIComponent(id)}`, { method: 'DELETE' }),

  paymentMethods: () => read('/payments/methods', PaymentMethodsReply),
  pay: (body: Pay, idempotencyKey: string) =>
    change('/payments', { method: 'POST', body, idempotencyKey }, PaymentView),

  mailbox: (query: URLSearchParams) => read(`/mailbox?${query}`, MailboxReply),
  mail: cache((id: string) => read(`/mailbox/${encodeURIComponent(id)}`, MailView)),

  sales: (query: URLSearchParams) => read(`/sales?${query}`, SalesReply),
};

/** As many steps as one page has. */
function historyQuery(asOf: string | undefined): URLSearchParams {
  return new URLSearchParams({ limit: '100', ...(asOf !== undefined && { asOf }) });
}
