/** Marks, embeddings, overrides and isolates: they turn around what stands beside them. */
export const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** All that nobody sees and nobody types: a paste brings it along, and it parts a word or a secret. */
export const INVISIBLE = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g

/** Begin and end a text that turns nothing around it, whatever it holds. */
export const FSI = '\u2068'
export const PDI = '\u2069'
