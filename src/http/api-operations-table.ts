import * as v from 'valibot'
import { type Operation, settings } from './api-operation.ts'
import {
  conceptAnswer,
  configAnswer,
  endpointAnswer,
  floodsAnswer,
  listOf,
  pollAnswer,
  previewAnswer,
  publisherAnswer,
  statusAnswer,
  tryAnswer,
  watchAnswer,
  healthFeedAnswer,
} from './answer-schemas.ts'
import { TRANSLATION_STATES } from '../statements/translation-state.ts'
import { DELIVERY_STATES } from '../objects/delivery-log.ts'
import {
  deliveriesAnswer,
  deliveryAnswer,
  replayAnswer,
  rotationAnswer,
  testAnswer,
} from './delivery-answers.ts'
import { ARCHIVE_OPERATIONS } from './archive-operations-table.ts'
import { configSchema } from './config-schema.ts'
import { revisionAnswer, statementAnswer } from './statement-answers.ts'
import { graceSchema, sinceSchema } from './endpoint-calls.ts'
import {
  conceptSchema,
  endpointSchema,
  previewSchema,
  publisherSchema,
  trySchema,
  watchSchema,
} from './settings-schemas.ts'
import { translationAnswer } from './translation-answers.ts'
import { translationSchema } from './translation.ts'

const text = v.string()
const language = v.picklist(['ar', 'en'])
const time = v.pipe(v.string(), v.isoTimestamp())
const cursor = v.string()
const limit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))
const floodSettled = v.looseObject({ id: text, state: text, alerts: v.number() })

/** Every call below `/api/v1`; a test compares it with the router. */
export const OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/statements',
    isPublic: true,
    does: {
      en: 'Searches what was published, newest first, back to the first month. A page may be short, even empty, and have a cursor: go on until it has none',
      ar: 'يبحث فيما نُشر، الأحدث أولًا، حتى أول شهر. قد تقصر الصفحة أو تخلو ولها مؤشر: تابع حتى لا يبقى مؤشر',
    },
    query: {
      publisher: text,
      language,
      q: text,
      since: time,
      until: time,
      changed_since: time,
      state: v.picklist(['current', 'withdrawn']),
      translation: v.picklist(TRANSLATION_STATES),
      limit: v.optional(limit, 20),
      cursor,
    },
    answers: { 200: listOf(statementAnswer) },
  },
  {
    method: 'get',
    path: '/statements/{id}',
    isPublic: true,
    does: { en: 'Shows a statement', ar: 'يعرض بيانًا' },
    answers: { 200: statementAnswer },
  },
  {
    method: 'get',
    path: '/statements/{id}/revisions',
    isPublic: true,
    does: { en: 'Shows every wording of a statement', ar: 'يعرض كل صيغ البيان' },
    query: { cursor },
    answers: { 200: listOf(revisionAnswer) },
  },
  {
    method: 'get',
    path: '/status',
    isPublic: true,
    does: {
      en: 'Tells how every source is; with the token, every endpoint too',
      ar: 'يخبر بحال كل مصدر، ومع الرمز بحال كل وجهة أيضًا',
    },
    answers: { 200: statusAnswer },
  },
  ...settings('/publishers', { en: 'publisher', ar: 'جهة' }, publisherSchema, publisherAnswer, {
    erase: v.picklist(['true', 'false']),
  }),
  {
    method: 'post',
    path: '/publishers/{id}/poll',
    does: {
      en: 'Polls a publisher now and answers when the changes are kept',
      ar: 'يقرأ مصادر الجهة الآن ويجيب بعد حفظ التغييرات',
    },
    answers: { 200: pollAnswer },
  },
  {
    method: 'post',
    path: '/preview',
    does: {
      en: 'Shows what would be read at an address; keeps nothing',
      ar: 'يعرض ما يُقرأ في عنوان، ولا يحفظ شيئًا',
    },
    body: previewSchema,
    answers: { 200: previewAnswer },
  },
  ...settings('/watches', { en: 'watch', ar: 'مراقبة' }, watchSchema, watchAnswer),
  {
    method: 'post',
    path: '/watches/try',
    does: {
      en: 'Tries a query on a text, or on the archive as far back as one answer may read',
      ar: 'يجرّب سؤالًا على نص، أو على الأرشيف إلى حيث تسمح إجابة واحدة',
    },
    body: trySchema,
    answers: { 200: tryAnswer },
  },
  {
    method: 'post',
    path: '/watches/{id}/rotate-feed-key',
    does: {
      en: 'Gives a watch\u2019s feed another secret address',
      ar: 'يعطي خلاصة المراقبة عنوانًا سريًّا آخر',
    },
    answers: { 200: v.looseObject({ watch: text, key: text }) },
  },
  ...settings('/concepts', { en: 'concept', ar: 'مفهوم' }, conceptSchema, conceptAnswer),
  ...settings('/endpoints', { en: 'endpoint', ar: 'وجهة' }, endpointSchema, endpointAnswer),
  {
    method: 'get',
    path: '/health-feed',
    does: {
      en: 'Tells where your own feed of states is, which speaks of endpoints too',
      ar: 'يخبر أين خلاصة الحالات الخاصة بك، وهي تذكر الوجهات أيضًا',
    },
    answers: { 200: healthFeedAnswer },
  },
  {
    method: 'post',
    path: '/health-feed/rotate-key',
    does: {
      en: 'Makes your own feed of states, or gives it another secret address',
      ar: 'ينشئ خلاصة الحالات الخاصة بك، أو يعطيها عنوانًا سريًّا آخر',
    },
    answers: { 200: healthFeedAnswer },
  },
  {
    method: 'post',
    path: '/endpoints/{id}/test',
    does: {
      en: 'Sends a test message in its final form and answers with the attempt',
      ar: 'يرسل رسالة تجريبية بصورتها النهائية ويجيب بنتيجتها',
    },
    answers: { 200: testAnswer },
  },
  {
    method: 'post',
    path: '/endpoints/{id}/replay',
    does: {
      en: 'Sends again what was given up since a moment',
      ar: 'يرسل ثانية ما تُرك منذ وقت معين',
    },
    body: sinceSchema,
    answers: { 202: replayAnswer },
  },
  {
    method: 'post',
    path: '/endpoints/{id}/rotate-secret',
    does: {
      en: 'Gives a webhook another signing secret, shown this once',
      ar: 'يعطي webhook سر توقيع آخر يظهر هذه المرة فقط',
    },
    body: graceSchema,
    answers: { 200: rotationAnswer },
  },
  {
    method: 'get',
    path: '/deliveries',
    does: { en: 'Reads the delivery log', ar: 'يقرأ سجل الإرسال' },
    query: {
      endpoint: text,
      state: v.picklist(DELIVERY_STATES),
      limit: v.optional(limit, 50),
      cursor,
    },
    answers: { 200: deliveriesAnswer },
  },
  {
    method: 'post',
    path: '/deliveries/{id}/replay',
    does: {
      en: 'Sends a delivery again, under its old id',
      ar: 'يرسل إرسالية ثانية بمعرّفها القديم',
    },
    answers: { 202: deliveryAnswer },
  },
  {
    method: 'post',
    path: '/deliveries/{id}/cancel',
    does: { en: 'Stops a delivery that waits', ar: 'يوقف إرسالية تنتظر' },
    answers: { 202: deliveryAnswer },
  },
  {
    method: 'get',
    path: '/floods',
    does: {
      en: 'Lists polls that brought implausibly much, whose alerts are held',
      ar: 'يسرد القراءات التي جلبت أكثر من المعقول وتنبيهاتها محجوزة',
    },
    answers: { 200: floodsAnswer },
  },
  {
    method: 'post',
    path: '/floods/{id}/release',
    does: { en: 'Lets the held alerts go', ar: 'يطلق التنبيهات المحجوزة' },
    answers: { 200: floodSettled },
  },
  {
    method: 'post',
    path: '/floods/{id}/dismiss',
    does: {
      en: 'Drops the held alerts; the statements stay',
      ar: 'يطوي التنبيهات المحجوزة، وتبقى البيانات',
    },
    answers: { 200: floodSettled },
  },
  ...ARCHIVE_OPERATIONS,
  {
    method: 'get',
    path: '/config',
    does: {
      en: 'The whole configuration as one document; secrets only when asked for by name',
      ar: 'كل الإعدادات في وثيقة واحدة، والأسرار عند طلبها بالاسم فقط',
    },
    query: { secrets: v.literal('include') },
    answers: { 200: configAnswer },
  },
  {
    method: 'put',
    path: '/config',
    does: {
      en: 'Replaces the whole configuration by a document',
      ar: 'يستبدل كل الإعدادات بوثيقة',
    },
    body: configSchema,
    answers: { 200: configAnswer },
  },
  {
    method: 'get',
    path: '/translation',
    does: { en: 'Shows how machine translation is set up', ar: 'يعرض إعداد الترجمة الآلية' },
    answers: { 200: translationAnswer },
  },
  {
    method: 'put',
    path: '/translation',
    does: {
      en: 'Sets up machine translation of what has no translation of its publisher’s',
      ar: 'يضبط الترجمة الآلية لما لم تترجمه جهته',
    },
    body: translationSchema,
    answers: { 200: translationAnswer, 201: translationAnswer },
  },
  {
    method: 'delete',
    path: '/translation',
    does: {
      en: 'Ends machine translation and takes away what machines made',
      ar: 'ينهي الترجمة الآلية ويزيل ما صنعته الآلات',
    },
    answers: { 204: null },
  },
]
