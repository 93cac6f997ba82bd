import type { Language } from '../../text/language.ts'
import { type DeskWord, deskWords } from './desk-words.ts'

interface PostButtonProps {
  readonly action: string
  readonly label: string
}

/** Something that is done: a form of its own, since a link must never change anything. */
export function PostButton({ action, label }: PostButtonProps) {
  return (
    <form method="post" {...{ action }} data-swap>
      <button class="plain">{label}</button>
    </form>
  )
}

interface RemoveButtonProps {
  readonly lang: Language
  readonly action: string
  /** What it does, where that is more than to delete. */
  readonly label?: DeskWord
}

/** What cannot be taken back takes two steps, without a script too. */
export function RemoveButton({ lang, action, label = 'remove' }: RemoveButtonProps) {
  const t = deskWords(lang)
  return (
    <details class="remove">
      <summary>{t(label)}</summary>
      <PostButton {...{ action }} label={t('removeSure')} />
    </details>
  )
}
