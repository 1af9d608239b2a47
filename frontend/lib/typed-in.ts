/** Never sent back to the browser. */
const secret = new Set(['password', 'newPassword']);

/** The text fields of a form, without what the framework adds and without secrets. */
export function typedIn(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && !name.startsWith('$') && !secret.has(name)) typed[name] = value;
  }
  return typed;
}

/** The key that the form was made with. */
export function keyOf(form: FormData): string {
  const key = form.get('idempotencyKey');
  return typeof key === 'string' && key !== '' ? key : crypto.randomUUID();
}
