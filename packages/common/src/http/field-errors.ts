import type { FieldError } from '@boxoffice/contracts';

interface ValidationError {
  readonly validation: readonly { instancePath: string; keyword?: string; message?: string; params?: object }[];
  readonly validationContext?: string | undefined;
}

/** The wrong fields of a request, each named by its path: `price.amount`, and `body` for the whole. */
export function fieldErrors({ validation, validationContext }: ValidationError): FieldError[] {
  const whole = validationContext ?? 'request';
  return validation.flatMap(({ instancePath, keyword, message, params = {} }) => {
    const path = instancePath.split('/').filter(Boolean);
    if (keyword === 'unrecognized_keys' && 'keys' in params)
      return (params.keys as string[]).map((key) => ({
        field: printable([...path, key].join('.')),
        message: 'is not known here',
      }));
    return [{ field: printable(path.join('.')) || whole, message: message ?? 'is not valid' }];
  });
}

function printable(field: string): string {
  return field.replaceAll(/[^\w.$-]/g, '?').slice(0, 100);
}
