/** What a publisher, or whoever broke into its site, may write as a title or a text. */
export const HOSTILE_TEXTS = [
  { because: 'pings a channel', text: '<!channel> urgent <!here|here> <!everyone>' },
  {
    because: 'pings a person and a group',
    text: '<@U123ABC> <!subteam^S123|team> <#C123|general>',
  },
  { because: 'pings where Slack is imitated', text: '@channel @here @all @Everyone please' },
  { because: 'escapes what we shall escape', text: '&lt;!channel&gt; &amp;lt;!here&amp;gt;' },
  {
    because: 'ends our link and begins its own',
    text: 'x> <https://evil.example|Official statement',
  },
  { because: 'opens a fence over all that follows', text: '``` all this ``` and `that`' },
  { because: 'makes its own bold, italics, strikes', text: '*bold* _italic_ ~gone~ *not closed' },
  { because: 'an Arabic hashtag keeps its underscores', text: 'وسم #الخوذ_البيضاء في _كل_ مكان' },
  { because: 'begins quotes and lists', text: '> quoted\n>>> all\n- one\n1. two' },
  { because: 'splits headers', text: 'title\r\nX-Injected: yes\r\n\r\n<body>' },
  {
    because: 'carries terminal commands',
    text: '\u001B[2J\u001B]0;owned\u0007 \u0000\u0008\u007F\u0085',
  },
  {
    because: 'turns the line around and never back',
    text: 'safe \u202Egnp.exe \u2067\u2066 \u200F\u061C end',
  },
  {
    because: 'Arabic with Latin runs',
    text: 'بيان حول OPCW (2018) و"chemical weapons" في 26/11/2018',
  },
  { because: 'Latin with Arabic runs', text: 'Statement of الائتلاف on أستانة, part 2' },
  { because: 'vowel marks without end', text: `ب${'\u064B'.repeat(4000)}` },
  { because: 'a headline of 300 characters', text: 'عاجل '.repeat(60) },
  { because: 'a headline without a blank', text: 'ا'.repeat(20_000) },
  {
    because: 'emoji at the limit',
    text: `${'x'.repeat(148)}\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u{1F1F8}\u{1F1FE}`,
  },
  { because: 'only emoji', text: '\u{1F54A}\uFE0F'.repeat(500) },
  { because: 'half a character', text: '\uD83D and \uDE00' },
  { because: 'everything grows when escaped', text: '&'.repeat(30_000) },
  { because: 'everything grows in JSON', text: '"\\\u0001'.repeat(10_000) },
  { because: 'a huge text', text: 'كلمة word '.repeat(60_000) },
  { because: 'nothing', text: '' },
  { because: 'only blanks and controls', text: ' \n\u200F\u202A\t ' },
  { because: 'names of object members', text: '__proto__ constructor toString' },
]
