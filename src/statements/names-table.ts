/**
 * Words that both languages of a statement have to say somehow: what pairing compares. A concept
 * is written `Arabic, Arabic | English, English`, two words at most, and parted from the next by `;`. Arabic without article and
 * endings where it can do without (both sides are stemmed lightly, see `light-stem.ts`).
 *
 * Written for this project from the vocabulary of public statements. It need not be complete: names
 * that are missing are compared by sound (`name-sound.ts`), and figures as figures. Every isolate reads
 * their stems alone (`npm run concept-stems` after a change).
 */

/** Places, bodies and peoples: a change of one of them in a wording is a change of a name. */
export const NAMES = `
*سوريا, سورية | syria, syrian ; دمشق | damascus ; حلب | aleppo ; حمص | homs ; حماة | hama ; إدلب | idlib
درعا | daraa, deraa ; السويداء | sweida, suwayda, sweidaa ; القنيطرة | quneitra ; اللاذقية | latakia, lattakia
طرطوس | tartus, tartous ; الرقة | raqqa ; دير الزور | deir ezzor, deir al-zor, deir zor, deir ez-zor, deir
الحسكة | hasaka, hasakah ; القامشلي | qamishli ; الغوطة | ghouta ; عفرين | afrin ; منبج | manbij
عين العرب, كوباني | kobani, ayn arab ; الباب | bab ; تدمر | palmyra ; الفرات | euphrates ; الهول | hol
الركبان | rukban ; الجولان | golan ; العراق | iraq, iraqi ; لبنان, لبناني | lebanon, lebanese
الأردن | jordan, jordanian ; تركيا, تركي | turkey, turkish, turkiye ; إيران, إيراني | iran, iranian
*روسيا, روسي | russia, russian ; موسكو | moscow ; مصر | egypt, egyptian ; السعودية | saudi, saudi arabia
قطر | qatar, qatari ; الإمارات | emirates, uae ; الكويت | kuwait ; البحرين | bahrain ; عمان | oman, amman
اليمن | yemen, yemeni ; فلسطين, فلسطيني | palestine, palestinian ; غزة | gaza ; القدس | jerusalem
إسرائيل | israel, israeli ; ليبيا, ليبي | libya, libyan ; السودان, سوداني | sudan, sudanese
تونس | tunisia, tunisian, tunis ; الجزائر | algeria, algiers ; المغرب | morocco
أمريكا, أميركا, الولايات المتحدة | united states, america, american, usa ; واشنطن | washington
بريطانيا, بريطاني | britain, british, united kingdom, uk ; لندن | london ; فرنسا | france, french
باريس | paris ; ألمانيا, ألماني | germany, german ; برلين | berlin ; إيطاليا | italy, italian
إسبانيا | spain, spanish ; هولندا | netherlands, dutch ; السويد | sweden, swedish
النرويج | norway, norwegian ; سويسرا | switzerland, swiss ; كندا | canada, canadian
اليابان | japan, japanese ; الصين | china, chinese ; أوكرانيا | ukraine, ukrainian
*أوروبا, أوربي | europe, european ; جنيف | geneva ; فيينا | vienna ; بروكسل | brussels ; نيويورك | new york
لاهاي | hague ; أنقرة | ankara ; إسطنبول | istanbul ; غازي عنتاب, عنتاب | gaziantep ; أستانا, أستانة | astana
سوتشي | sochi ; الرياض | riyadh ; القاهرة | cairo ; الدوحة | doha ; بيروت | beirut ; بغداد | baghdad
طهران | tehran ; *الأمم المتحدة, أممي | united nations, un ; مجلس الأمن | security council
جامعة العربية, جامعة الدول | arab league ; *ائتلاف | coalition ; حزب الله | hezbollah, hizbullah
داعش | isis, daesh, isil ; القاعدة | qaeda ; *أسد | assad ; كردي, أكراد | kurdish, kurds
تركمان, تركماني | turkmen ; *عربي | arab, arabic ; صليب الأحمر | red cross ; هلال الأحمر | red crescent
خوذ البيضاء, دفاع المدني | white helmets, civil defense, civil defence ; يونيسف, يونيسيف | unicef
أونروا | unrwa ; ناتو | nato
`
