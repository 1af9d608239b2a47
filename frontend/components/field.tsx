import { useTranslations } from 'next-intl';

interface FieldProps {
  name: string;
  /** Its name, unless the page has several of that name. */
  id?: string | undefined;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Shows that it may be left empty. */
  optional?: boolean | undefined;
}

export interface TextFieldProps extends FieldProps, Omit<React.ComponentProps<'input'>, 'name' | 'id'> {}

/** A labelled input that says what is wrong with it. */
export function TextField({ name, id = name, label, hint, error, optional, ...input }: TextFieldProps) {
  return (
    <div className="field">
      <Label {...{ id, label, optional }} />
      <input {...described({ name, id, hint, error })} {...input} />
      <Remarks {...{ id, hint, error }} />
    </div>
  );
}

interface SelectFieldProps extends FieldProps, Omit<React.ComponentProps<'select'>, 'name' | 'id'> {
  options: readonly (readonly [value: string, text: string])[];
}

/** A labelled choice from a list. */
export function SelectField({ name, id = name, label, hint, error, optional, options, ...select }: SelectFieldProps) {
  return (
    <div className="field">
      <Label {...{ id, label, optional }} />
      {/* React restores a form after it was sent, but not to a new default of a select: the key makes it a new one. */}
      <select key={String(select.defaultValue)} {...described({ name, id, hint, error })} {...select}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      <Remarks {...{ id, hint, error }} />
    </div>
  );
}

function Label({ id, label, optional }: Pick<FieldProps, 'id' | 'label' | 'optional'>) {
  const t = useTranslations();
  return (
    <label htmlFor={id}>
      {label}
      {optional && <span className="optional">{t('form.optional')}</span>}
    </label>
  );
}

type Remarked = Pick<FieldProps, 'id' | 'hint' | 'error'>;

function described({ name, id, hint, error }: Remarked & Pick<FieldProps, 'name'>) {
  const remarks = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return {
    id,
    name,
    ...(remarks && { 'aria-describedby': remarks }),
    // Without scripts the page is a new one: it begins at the first of what is wrong.
    ...(error && { 'aria-invalid': true as const, autoFocus: true }),
  };
}

function Remarks({ id, hint, error }: Remarked) {
  return (
    <>
      {error && (
        <span id={`${id}-error`} className="error">
          {error}
        </span>
      )}
      {hint && (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      )}
    </>
  );
}
