import { type ErrorCode, type FieldError, Problem } from '@boxoffice/contracts';

/** `unreachable`: no answer, or one that did not come from the API. What was asked may have been done. */
export type ProblemCode = ErrorCode | 'unreachable';

/** The API refused, or could not be asked. */
export class ApiProblem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly detail: string | undefined;
  readonly fields: readonly FieldError[];

  constructor(code: ProblemCode, status: number, title: string, detail?: string, fields: readonly FieldError[] = []) {
    super(title);
    this.name = 'ApiProblem';
    this.code = code;
    this.status = status;
    this.detail = detail;
    this.fields = fields;
  }

  /** Whether nothing was changed for sure; otherwise only the same idempotency key may be sent again. */
  get refused(): boolean {
    return this.status >= 400 && this.status < 500;
  }
}

/** Reads the body of an answer of 400 or above. */
export function problemOf(status: number, body: unknown): ApiProblem {
  const parsed = Problem.safeParse(body);
  if (!parsed.success) return new ApiProblem('unreachable', status >= 500 ? status : 502, 'No answer from the market');
  const { code, title, detail, errors } = parsed.data;
  return new ApiProblem(code, status, title, detail, errors);
}
