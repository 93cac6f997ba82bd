import * as v from 'valibot'
import { configAnswer, listOf } from './answer-schemas.ts'
import type { Operation } from './api-operation.ts'
import { configSchema } from './config-schema.ts'
import { pairAnswer, volatileAnswer } from './archive-answers.ts'
import { eraseSchema } from './archive.ts'
import { clusterAnswer } from './statement-answers.ts'
import { tieSchema } from './translations.ts'
import { judgeSchema } from './volatile.ts'

/** Calls about what was kept: pairs, volatile parts, erasing, moving, rebuilding. */
export const ARCHIVE_OPERATIONS: readonly Operation[] = [
  {
    method: 'put',
    path: '/statements/{id}/translation',
    does: {
      en: 'Says which statement is this one\u2019s translation',
      ar: 'يحدد البيان الذي هو ترجمة هذا البيان',
    },
    body: tieSchema,
    answers: { 204: null },
  },
  {
    method: 'delete',
    path: '/statements/{id}/translation',
    does: { en: 'Takes a pair apart for good', ar: 'يفصل بين الترجمتين نهائيًّا' },
    answers: { 204: null },
  },
  {
    method: 'post',
    path: '/statements/{id}/erase',
    does: {
      en: 'Erases text and wordings everywhere; identity and a tombstone stay',
      ar: 'يمحو النص وصيغه من كل مكان، وتبقى الهوية وشاهد المحو',
    },
    body: eraseSchema,
    answers: { 204: null },
  },
  {
    method: 'get',
    path: '/publishers/{id}/pairs',
    does: {
      en: 'Lists pairs that comparing made, or found likely, for somebody to judge',
      ar: 'يسرد الأزواج التي ربطتها المقارنة أو رجّحتها، ليحكم فيها المشغّل',
    },
    answers: { 200: listOf(pairAnswer) },
  },
  {
    method: 'get',
    path: '/publishers/{id}/volatile',
    does: {
      en: 'Lists parts of pages that change by themselves',
      ar: 'يسرد أجزاء الصفحات التي تتغير من تلقائها',
    },
    answers: { 200: listOf(volatileAnswer) },
  },
  {
    method: 'put',
    path: '/publishers/{id}/volatile',
    does: { en: 'Judges one such part', ar: 'يحكم على جزء منها' },
    body: judgeSchema,
    answers: { 204: null },
  },
  {
    method: 'get',
    path: '/clusters',
    does: {
      en: 'Lists texts that stand at several places',
      ar: 'يسرد النصوص المنشورة في أكثر من مكان',
    },
    answers: { 200: listOf(clusterAnswer) },
  },
  {
    method: 'get',
    path: '/export',
    does: {
      en: 'Everything that was kept, as JSON Lines, without the configuration',
      ar: 'كل ما حُفظ، سطرًا سطرًا بصيغة JSON Lines، دون الإعدادات',
    },
    answers: { 200: null },
  },
  {
    method: 'post',
    path: '/import',
    does: {
      en: 'Takes the lines of an export in; the same twice is the same once',
      ar: 'يستورد أسطر تصدير، وتكرارها لا يغير شيئًا',
    },
    answers: { 200: v.looseObject({ lines: v.number(), restored: v.number() }) },
  },
  {
    method: 'post',
    path: '/rebuild',
    does: {
      en: 'Fills lost objects from KV and the exported configuration; nothing is told',
      ar: 'يعيد بناء ما فُقد من KV والإعدادات المصدَّرة دون أي تنبيه',
    },
    body: configSchema,
    answers: { 200: configAnswer },
  },
]
