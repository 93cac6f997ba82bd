import { describe, expect, it } from 'vitest'
import { surfaces } from './ask.ts'

describe('an English word', () => {
  it.each([
    { query: 'attack', text: 'Attack', because: 'case is ignored' },
    { query: 'attack', text: 'attacks', because: 'plural' },
    { query: 'attack', text: 'attacked', because: 'past' },
    { query: 'attack', text: 'attacking', because: 'gerund' },
    { query: 'attack', text: 'attack’s', because: 'possessive' },
    { query: 'gas', text: 'gases', because: 'plural of a sibilant' },
    { query: 'army', text: 'armies', because: 'plural of a consonant and y' },
    { query: 'veto', text: 'vetoes', because: 'plural in -oes' },
    { query: 'veto', text: 'vetos', because: 'or in -os' },
    { query: 'torture', text: 'tortured', because: 'only d after e' },
    { query: 'torture', text: 'torturing', because: 'e falls before -ing' },
    { query: 'bury', text: 'buried', because: 'y becomes i' },
    { query: 'die', text: 'dying', because: 'ie becomes y' },
    { query: 'free', text: 'freed', because: 'd after ee' },
    { query: 'ban', text: 'banned', because: 'one syllable doubles' },
    { query: 'transfer', text: 'transferred', because: 'a longer word may double' },
    { query: 'shell', text: 'shelling', because: 'doubled already' },
    { query: 'arm', text: 'armed', because: 'three letters take endings' },
    { query: 'Assad', text: 'Assad’s', because: 'a name takes the possessive' },
    { query: 'Assad', text: 'ASSAD', because: 'headlines shout' },
    { query: 'UN', text: 'U.N.', because: 'dots in an acronym' },
    { query: 'U.N.', text: 'UN', because: 'dots typed' },
    { query: 'US', text: 'US', because: 'the country, in capitals' },
    { query: 'US', text: 'U.S.', because: 'the country, with dots' },
    { query: 'WHO', text: 'WHO', because: 'the organisation' },
    { query: 'IDP', text: 'IDPs', because: 'the plural of an acronym' },
    { query: 'ISIS', text: 'Isis', because: 'an acronym that no word is spelt like ignores case' },
    { query: 'Geneva', text: 'GÉNEVA', because: 'accents are optional' },
    { query: "Sana'a", text: 'Sana’a', because: 'curly apostrophes' },
    { query: 'CIA', text: 'الـCIA', because: 'an Arabic article before it' },
    { query: 'F-16', text: 'F-16', because: 'a name of two tokens' },
    { query: 'F-16', text: 'f 16', because: 'however they are parted' },
    { query: 'etilaf.org', text: 'www.etilaf.org', because: 'a host in an address' },
    { query: 'bomb', text: '𝐛𝐨𝐦𝐛', because: 'fancy letters' },
  ])('$query finds $text: $because', ({ query, text }) => {
    expect(surfaces(query, `they said ${text} there`)).toHaveLength(1)
  })

  it.each([
    { query: 'war', text: 'warning', because: 'the beginning of another word' },
    { query: 'arm', text: 'harm', because: 'the end of another word' },
    { query: 'attacks', text: 'attack', because: 'nothing is taken from what was typed' },
    { query: 'Coalition', text: 'coalitions', because: 'typed as a name, it has no plural' },
    { query: 'Force', text: 'forced', because: 'nor a past' },
    { query: 'car', text: 'caring', because: 'one syllable must double' },
    { query: 'star', text: 'stared', because: 'one syllable must double' },
    { query: 'fee', text: 'feed', because: 'three letters in ee take no d' },
    { query: 'new', text: 'news', because: 'another word' },
    { query: 'even', text: 'evening', because: 'another word' },
    { query: 'US', text: 'us', because: 'the pronoun is not the country' },
    { query: 'US', text: 'Us', because: 'nor at the start of a sentence' },
    { query: 'WHO', text: 'who', because: 'the pronoun is not the organisation' },
    { query: 'IT', text: 'its', because: 'nor a form of it' },
    { query: 'IDP', text: 'idps', because: 'the plural keeps the capitals' },
    { query: 'is', text: 'ises', because: 'two letters take no ending' },
    { query: 'F-16', text: 'F 15, 16', because: 'the tokens stand side by side' },
    { query: 'G20', text: 'G 20', because: 'letters and digits are one name' },
    { query: 'Geneva', text: 'Genevan', because: 'a demonym is another word' },
  ])('$query does not find $text: $because', ({ query, text }) => {
    expect(surfaces(query, `they said ${text} there`)).toEqual([])
  })
})
