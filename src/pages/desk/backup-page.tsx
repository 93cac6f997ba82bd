import { MixedText } from '../mixed-text.tsx'
import { pagePath } from '../page-path.ts'
import { type DeskProps, DeskLayout } from './desk-layout.tsx'
import { type DeskWord, deskWords } from './desk-words.ts'
import { type FormView, TextArea } from './form-field.tsx'

interface BackupPageProps extends DeskProps, FormView {
  /** The document that was to replace the configuration, and was refused. */
  readonly document?: string
}

const FILES: readonly (readonly [file: string, word: DeskWord])[] = [
  ['bayan-config.json', 'backupConfig'],
  ['bayan-config-with-secrets.json', 'backupSecrets'],
  ['bayan-statements.jsonl', 'backupStatements'],
]

/** `/desk/backup`: all that there is as files, and a configuration put in from one. */
export function BackupPage(props: BackupPageProps) {
  const { lang, refusal, document } = props
  const t = deskWords(lang)
  return (
    <DeskLayout {...props} path="/desk/backup" title={t('backup')}>
      <p class="lead">
        <MixedText text={t('backupLead')} language={lang} />
      </p>
      <ul>
        {FILES.map(([file, word]) => (
          <li>
            <a href={`/desk/backup/${file}`} download={file}>
              {t(word)}
            </a>
          </li>
        ))}
      </ul>
      <details class="remove" open={refusal !== undefined}>
        <summary>{t('replaceConfig')}</summary>
        <form method="post" action={pagePath('/desk/backup/config', lang)} class="card" data-swap>
          <TextArea
            {...{ lang, refusal }}
            name="config"
            says="configDocument"
            value={document}
            rows={12}
            required={true}
          />
          <button class="plain">{t('replaceSure')}</button>
        </form>
      </details>
    </DeskLayout>
  )
}
