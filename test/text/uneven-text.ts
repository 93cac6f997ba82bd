import fc from 'fast-check'

/** Letters, marks and controls that matter, thickly mixed. */
export const unevenText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'ابتلمهةيىئؤءأوفكل \u0640\u064B\u064E\u0654\u200F\u200D\uFEFB\uFDFA\uFC5E.,،-'.split(''),
      ),
      fc.constantFrom(..."aAbS’'.5٥٬é".split(''), '😀', '\uD83D', 'U.N.', '1,400'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))
