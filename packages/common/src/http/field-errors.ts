import type { FieldError } from '@boxoffice/contracts';

interface Issue {
  readonly code?: string;
  readonly keys?: readonly string[];
}

interface ValidationError {
  readonly validation: readonly { instancePath: string; message?: string; params?: { issue?: unknown } }[];
  readonly validationContext?: string | undefined;
}

/** The wrong fields of a request, each named by its path: `price.amount`, and `body` for the whole. */
export function fieldErrors({ validation, validationContext }: ValidationError): FieldError[] {
  const whole = validationContext ?? 'request';
  return validation.flatMap(({ instancePath, message, params }) => {
    const path = instancePath.split('/').filter(Boolean);
    const issue = (params?.issue ?? params ?? {}) as Issue;
    if (issue.code === 'unrecognized_keys' && issue.keys)
      return issue.keys.map((key) => ({ field: printable([...path, key].join('.')), message: 'is not known here' }));
    return [{ field: printable(path.join('.')) || whole, message: message ?? 'is not valid' }];
  });
}

function printable(field: string): string {
  return field.replaceAll(/[^\w.$-]/g, '?').slice(0, 100);
}
