import { python } from './program.mjs'

const CODE = `
import json, os, sys
sys.path.insert(0, os.path.join(os.environ['FEEDVALIDATOR'], 'src'))
import urllib.request, feedvalidator
from feedvalidator import compatibility, logging
from feedvalidator.formatter.text_plain import Formatter
try:
  events = feedvalidator.validateURL(sys.argv[1], firstOccurrenceOnly=1)['loggedEvents']
except logging.ValidationFailure as failure:
  events = [failure.event]
print(json.dumps([str(line) for line in Formatter(compatibility.AA(events))]))
`

/**
 * The W3C feed validator (github.com/w3c/feedvalidator), where `FEEDVALIDATOR` names a checkout.
 * @returns {Promise<string[] | undefined>} errors and warnings; undefined where it is not installed
 */
export async function validate(url) {
  if (!process.env.FEEDVALIDATOR) return undefined
  return await python(CODE, url)
}
