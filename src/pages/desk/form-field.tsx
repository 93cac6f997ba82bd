import type { Child } from '../jsx-runtime.ts'
import type { Language } from '../../text/language.ts'
import { MixedText } from '../mixed-text.tsx'
import type { DeskRefusal } from './refusal.ts'

interface FieldProps {
  readonly lang: Language
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly refusal?: DeskRefusal | undefined
}

interface InputProps extends FieldProps {
  readonly value?: string | undefined
  readonly type?: 'text' | 'number' | 'password' | 'date' | 'search'
  readonly required?: boolean
  /** Addresses, ids and selectors read from the left in any page. */
  readonly machine?: boolean
  readonly autofocus?: boolean
  readonly autocomplete?: string
  readonly list?: string
}

/** One line to fill in, with what it is for and what was wrong with it. */
export function Input({ value, type = 'text', machine = false, ...props }: InputProps) {
  const { name, required, autofocus, autocomplete = 'off', list } = props
  return (
    <Labelled {...props}>
      <input
        {...{ type, name, required, autofocus, autocomplete, list }}
        {...described(props)}
        id={idOf(name)}
        value={value ?? ''}
        dir={machine ? 'ltr' : 'auto'}
        spellcheck={!machine}
      />
    </Labelled>
  )
}

interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined
  readonly required?: boolean
  readonly rows?: number
}

export function TextArea({ value, rows = 2, ...props }: TextAreaProps) {
  const { name, required } = props
  return (
    <Labelled {...props}>
      <textarea {...{ name, required, rows }} {...described(props)} id={idOf(name)} dir="auto">
        {value ?? ''}
      </textarea>
    </Labelled>
  )
}

interface ChoiceProps extends FieldProps {
  readonly value?: string | undefined
  readonly options: readonly (readonly [value: string, label: string])[]
}

export function Choice({ value, options, ...props }: ChoiceProps) {
  return (
    <Labelled {...props}>
      <select name={props.name} {...described(props)} id={idOf(props.name)}>
        {options.map(([one, label]) => (
          <option value={one} selected={one === value}>
            {label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

interface ChecksProps {
  readonly name: string
  readonly legend: string
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly chosen: readonly string[]
}

/** Some of several; none chosen is an answer too. */
export function Checks({ name, legend, options, chosen }: ChecksProps) {
  return (
    <fieldset class="checks">
      <legend>{legend}</legend>
      {options.map(([value, label]) => (
        <label>
          <input type="checkbox" {...{ name, value }} checked={chosen.includes(value)} />{' '}
          <bdi>{label}</bdi>
        </label>
      ))}
    </fieldset>
  )
}

function Labelled(props: FieldProps & { readonly children: Child }) {
  const { lang, name, label, hint, refusal, children } = props
  const fault = refusal?.fields.get(name)?.[lang]
  return (
    <div class="field">
      <label for={idOf(name)}>
        <MixedText text={label} language={lang} />
      </label>
      {children}
      {hint !== undefined && (
        <small id={`${idOf(name)}-hint`}>
          <MixedText text={hint} language={lang} />
        </small>
      )}
      {fault !== undefined && (
        <strong class="fault" id={`${idOf(name)}-fault`}>
          <MixedText text={fault} language={lang} />
        </strong>
      )}
    </div>
  )
}

/** What a reader of the screen says after the field's name. */
function described({ name, hint, refusal }: Pick<FieldProps, 'name' | 'hint' | 'refusal'>) {
  const isWrong = refusal?.fields.has(name) === true
  const ids = [
    ...(hint === undefined ? [] : [`${idOf(name)}-hint`]),
    ...(isWrong ? [`${idOf(name)}-fault`] : []),
  ]
  return {
    ...(ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }),
    ...(isWrong ? { 'aria-invalid': 'true' as const } : {}),
  }
}

function idOf(name: string): string {
  return `f-${name.replaceAll('.', '-')}`
}
