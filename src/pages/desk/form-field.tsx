import type { Child } from '../jsx-runtime.ts'
import type { Language } from '../../text/language.ts'
import { MixedText } from '../mixed-text.tsx'
import { type DeskWord, deskHint, deskWords } from './desk-words.ts'
import type { DeskRefusal } from './refusal.ts'

/** What all fields of a form share: its language, and what was wrong with what was sent. */
export interface FormView {
  readonly lang: Language
  readonly refusal?: DeskRefusal | undefined
}

interface FieldProps extends FormView {
  readonly name: string
  /**
   * The word above the field; what is expected there stands below it, under the word's `…Hint`. A page
   * for everybody says both itself: it has not got the desk's words.
   */
  readonly says: DeskWord | { readonly label: string; readonly hint?: string }
  /** Another hint than the word's own. */
  readonly hint?: DeskWord | undefined
}

interface InputProps extends FieldProps {
  readonly value?: string | undefined
  readonly type?: 'text' | 'number' | 'password' | 'search' | 'date' | 'time' | 'datetime-local'
  readonly required?: boolean
  /** Addresses, ids and selectors read from the left in any page. */
  readonly machine?: boolean
  readonly autofocus?: boolean
  readonly autocomplete?: string
}

/** One line to fill in. */
export function Input({ value = '', type = 'text', machine = false, ...props }: InputProps) {
  const { required, autofocus, autocomplete = 'off' } = props
  const isMachine = machine || (type !== 'text' && type !== 'search')
  return (
    <Field {...props}>
      <input
        {...controlOf(props)}
        {...{ type, value, required, autofocus, autocomplete }}
        dir={isMachine ? 'ltr' : 'auto'}
        spellcheck={!isMachine}
      />
    </Field>
  )
}

interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined
  readonly required?: boolean
  readonly rows?: number
}

/** Several lines, each in its own direction. */
export function TextArea({ value = '', rows = 2, ...props }: TextAreaProps) {
  const { required } = props
  return (
    <Field {...props}>
      <textarea {...controlOf(props)} {...{ required, rows }} dir="auto">
        {value}
      </textarea>
    </Field>
  )
}

type Option = readonly [value: string, label: string]

interface ChoiceProps extends FieldProps {
  readonly value?: string | undefined
  readonly options: readonly Option[]
}

/** One of several. */
export function Choice({ value, options, ...props }: ChoiceProps) {
  return (
    <Field {...props}>
      <select {...controlOf(props)}>
        {options.map(([one, label]) => (
          <option value={one} selected={one === value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  )
}

interface ChecksProps extends FieldProps {
  readonly options: readonly Option[]
  readonly chosen: readonly string[]
}

/** Some of several; none chosen is an answer too. */
export function Checks({ options, chosen, ...props }: ChecksProps) {
  const { name } = props
  return (
    <fieldset class="checks" aria-describedby={describedBy(props)}>
      <legend>{labelOf(props)}</legend>
      {options.map(([value, label]) => (
        <label>
          <input type="checkbox" {...{ name, value }} checked={chosen.includes(value)} />{' '}
          <bdi>{label}</bdi>
        </label>
      ))}
      <About {...props} />
    </fieldset>
  )
}

/** The frame of a field: its word above, what is expected and what was wrong below. */
function Field(props: FieldProps & { readonly children: Child }) {
  const { lang, name, children } = props
  return (
    <div class="field">
      <label for={idOf(name)}>
        <MixedText text={labelOf(props)} language={lang} />
      </label>
      {children}
      <About {...props} />
    </div>
  )
}

function About(props: FieldProps) {
  const { lang, name } = props
  const hint = hintOf(props)
  const fault = faultOf(props)
  return (
    <>
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
    </>
  )
}

function controlOf(props: FieldProps) {
  const { name } = props
  const isWrong = faultOf(props) !== undefined
  return {
    id: idOf(name),
    name,
    'aria-describedby': describedBy(props),
    ...(isWrong ? { 'aria-invalid': 'true' as const } : {}),
  }
}

/** What a reader of the screen says after the field's name. */
function describedBy(props: FieldProps): string | undefined {
  const id = idOf(props.name)
  const ids = [
    ...(hintOf(props) === undefined ? [] : [`${id}-hint`]),
    ...(faultOf(props) === undefined ? [] : [`${id}-fault`]),
  ]
  return ids.length === 0 ? undefined : ids.join(' ')
}

function labelOf({ lang, says }: FieldProps): string {
  return typeof says === 'string' ? deskWords(lang)(says) : says.label
}

function hintOf({ lang, says, hint }: FieldProps): string | undefined {
  if (typeof says !== 'string') return says.hint
  return hint === undefined ? deskHint(says, lang) : deskWords(lang)(hint)
}

/** Of the field, or of the first wrong one of several values in it: the third term is `terms.2`. */
function faultOf({ lang, name, refusal }: FieldProps): string | undefined {
  const found = [...(refusal?.fields ?? [])].find(
    ([of]) => of === name || of.startsWith(`${name}.`),
  )
  if (found === undefined) return undefined
  const at = /^\.(\d+)$/.exec(found[0].slice(name.length))?.[1]
  return at === undefined ? found[1][lang] : `${Number(at) + 1}: ${found[1][lang]}`
}

function idOf(name: string): string {
  return `f-${name.replaceAll('.', '-')}`
}
