import { useTranslations } from 'next-intl';

interface FieldProps {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Shows that it may be left empty. */
  optional?: boolean | undefined;
}

interface TextFieldProps extends FieldProps, Omit<React.ComponentProps<'input'>, 'name' | 'id'> {}

/** A labelled input that says what is wrong with it. */
export function TextField({ name, label, hint, error, optional, ...input }: TextFieldProps) {
  return (
    <div className="field">
      <Label {...{ name, label, optional }} />
      <input {...described({ name, hint, error })} {...input} />
      <Remarks {...{ name, hint, error }} />
    </div>
  );
}

interface SelectFieldProps extends FieldProps, Omit<React.ComponentProps<'select'>, 'name' | 'id'> {
  options: readonly (readonly [value: string, text: string])[];
}

/** A labelled choice from a list. */
export function SelectField({ name, label, hint, error, optional, options, ...select }: SelectFieldProps) {
  return (
    <div className="field">
      <Label {...{ name, label, optional }} />
      {/* React restores a form after it was sent, but not to a new default of a select: the key makes it a new one. */}
      <select key={String(select.defaultValue)} {...described({ name, hint, error })} {...select}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      <Remarks {...{ name, hint, error }} />
    </div>
  );
}

function Label({ name, label, optional }: Pick<FieldProps, 'name' | 'label' | 'optional'>) {
  const t = useTranslations();
  return (
    <label htmlFor={name}>
      {label}
      {optional && <span className="optional">{t('form.optional')}</span>}
    </label>
  );
}

type Remarked = Pick<FieldProps, 'name' | 'hint' | 'error'>;

function described({ name, hint, error }: Remarked) {
  const remarks = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ');
  return {
    id: name,
    name,
    ...(remarks && { 'aria-describedby': remarks }),
    ...(error && { 'aria-invalid': true as const }),
  };
}

function Remarks({ name, hint, error }: Remarked) {
  return (
    <>
      {error && (
        <span id={`${name}-error`} className="error">
          {error}
        </span>
      )}
      {hint && (
        <span id={`${name}-hint`} className="hint">
          {hint}
        </span>
      )}
    </>
  );
}
