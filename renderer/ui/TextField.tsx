import { Eye, EyeOff } from 'lucide-react';
import { type Ref, useState } from 'react';
import { TextField as AriaTextField, Button, Input, TextArea } from 'react-aria-components';
import { useText } from '../text/useText.ts';
import { buttonClass } from './Button.tsx';
import { cx } from './cx.ts';
import css from './Field.module.css';
import { FieldFoot, FieldLabel, type FieldLook } from './FieldParts.tsx';

export interface TextFieldProps extends FieldLook {
  value: string;
  onChange: (value: string) => void;
  /** Called when the field is left, with what stands in it. */
  onDone?: (value: string) => void;
  /** Longest text in characters. Nothing is cut off: the field counts and says how much is too much. */
  maxLength?: number;
  /** Shows several lines. */
  lines?: number;
  type?: 'text' | 'password' | 'tel';
  /** Which keys a touch screen offers. */
  inputMode?: 'numeric';
  /** A password that can't be shown, for one that is typed before others. */
  neverShown?: boolean;
  autoComplete?: string;
  name?: string;
  placeholder?: string;
  autoFocus?: boolean;
  required?: boolean;
  readOnly?: boolean;
  className?: string;
  ref?: Ref<HTMLInputElement>;
}

const COUNT_FROM = 0.8;

/** A field for words. A password can be shown. */
export function TextField(props: TextFieldProps) {
  const {
    value,
    onChange,
    onDone,
    maxLength,
    lines,
    type = 'text',
    inputMode,
    neverShown,
    autoComplete,
    name,
    placeholder,
    autoFocus,
    required,
    readOnly,
    ref,
  } = props;
  const t = useText();
  const [shown, setShown] = useState(false);
  const length = value.trim().length;
  const left = maxLength === undefined ? undefined : maxLength - length;
  const over = left !== undefined && left < 0 ? t('field.charactersOver', { count: -left }) : undefined;
  const near = left !== undefined && maxLength !== undefined && length >= maxLength * COUNT_FROM;
  const error = props.error ?? over;
  const input = (
    <Input
      className={css.input ?? ''}
      type={type === 'password' && shown ? 'text' : type}
      {...(placeholder ? { placeholder } : {})}
      {...(ref ? { ref } : {})}
    />
  );
  return (
    <AriaTextField
      className={cx(css.field, props.className)}
      value={value}
      onChange={onChange}
      onBlur={() => onDone?.(value)}
      isInvalid={error !== undefined}
      isRequired={required ?? false}
      validationBehavior="aria"
      isReadOnly={readOnly ?? false}
      autoComplete={autoComplete ?? 'off'}
      spellCheck="false"
      {...(name ? { name } : {})}
      {...(inputMode ? { inputMode } : {})}
      {...(autoFocus ? { autoFocus: true } : {})}
    >
      <FieldLabel {...props} />
      {lines ? (
        <TextArea className={css.input ?? ''} rows={lines} {...(placeholder ? { placeholder } : {})} />
      ) : type === 'password' && !neverShown ? (
        <div className={css.group}>
          {input}
          <Button
            className={buttonClass({ kind: 'quiet' }, css.inside)}
            aria-label={shown ? t('field.hidePassword') : t('field.showPassword')}
            onPress={() => setShown(!shown)}
          >
            {shown ? <EyeOff /> : <Eye />}
          </Button>
        </div>
      ) : (
        input
      )}
      <FieldFoot
        hint={near && left !== undefined && left >= 0 ? t('field.charactersLeft', { count: left }) : props.hint}
        error={error}
        mend={props.mend}
      />
    </AriaTextField>
  );
}
