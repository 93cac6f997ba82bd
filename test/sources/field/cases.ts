import { BUILDERS_CASES } from './builders-cases.ts'
import { CHOSEN_PATH_CASES } from './chosen-path-cases.ts'
import type { FieldCase } from './field-case.ts'
import { HOST_CASES } from './hosts-cases.ts'
import { LIST_CASES } from './list-cases.ts'
import { PAGE_CASES } from './page-cases.ts'
import { SYSTEMS_CASES } from './systems-cases.ts'
import { VISIT_CASES } from './visit-cases.ts'
import { WALL_CASES } from './wall-cases.ts'
import { WORDPRESS_CASES } from './wordpress-cases.ts'

export const FIELD_CASES: readonly FieldCase[] = [
  ...WORDPRESS_CASES,
  ...SYSTEMS_CASES,
  ...BUILDERS_CASES,
  ...PAGE_CASES,
  ...VISIT_CASES,
  ...HOST_CASES,
  ...CHOSEN_PATH_CASES,
  ...LIST_CASES,
  ...WALL_CASES,
]
