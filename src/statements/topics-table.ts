/** What statements are about, in both languages; written as `names-table.ts` is. */
export const TOPICS = `
كيماوي, كيميائي | chemical ; سارين | sarin ; كلور | chlorine ; غاز | gas ; سلاح | weapon, arm
براميل | barrel ; قصف | shelling, bombardment, bombing, bombard
غارة, جوية | airstrike, air strike, air raid, aerial, raid, strike ; طيران, طائرة | aircraft, plane, warplane
صاروخ | rocket, missile ; مدفعية | artillery ; لغم, ألغام | mine, landmine ; مجزرة | massacre
مقبرة | grave, cemetery ; انفجار, تفجير | explosion, blast ; اغتيال | assassination, assassinate
خطف, اختطاف, مختطف | kidnap, abduction, abduct ; معتقل, اعتقال | detainee, detain, detention, arrest, prisoner
سجن | prison, jail ; تعذيب | torture ; إعدام | execution, execute
مفقود, اختفاء, مختفي | missing, disappearance, disappeared ; محكمة | court, tribunal, trial
قاضي, قضاة, قضاء | judge, judiciary, judicial ; عدالة | justice ; محاسبة, مساءلة | accountability
جريمة | crime ; حرب | war ; إبادة | genocide ; انتهاك | violation, abuse
حقوق الإنسان, حقوق | human rights, rights ; هدنة | truce ; إطلاق النار, وقف النار | ceasefire, cease-fire
اتفاق | agreement, accord, deal ; مفاوضات, تفاوض | negotiation, talk ; سياسي | political, politics
انتقال | transition, transitional ; دستور | constitution, constitutional
لجنة, هيئة | committee, commission, body ; انتخاب | election, elect ; تصويت, صوت | vote
برلمان, نواب | parliament ; حكومة | government ; وزير, وزارة | minister, ministry
رئيس, رئاسة | president, head, chairman ; نائب | deputy, vice ; أمين العام, أمين | secretary
سفير | ambassador, embassy ; مبعوث | envoy ; وفد | delegation ; قمة | summit ; مؤتمر | conference
اجتماع | meeting, met ; زيارة, زار | visit ; قرار | resolution, decision ; فيتو, نقض | veto
عقوبات | sanction ; لاجئ, لجوء | refugee, asylum ; نازح, تهجير, مهجر | displaced, displacement, idp
عودة | return ; مخيم | camp ; خيمة, خيام | tent ; حصار, محاصر | siege, besieged, blockade
مساعدات, إغاثة | aid, relief, assistance ; قافلة | convoy ; معبر | crossing ; حدود | border
طفل | child, children ; امرأة, نساء | woman, women ; شهيد, شهداء, ضحية, ضحايا | martyr, victim
قتيل, مقتل, قتل | killed, dead, death ; جريح, إصابة, مصاب | wounded, injured, injury ; مدني | civilian
مشفى, مستشفى | hospital ; طبيب, أطباء, طبي | doctor, medical, physician ; صحة, صحي | health
لقاح, تلقيح, تطعيم | vaccine, vaccination ; كورونا, كوفيد | covid, coronavirus, corona ; كوليرا | cholera
مرض | disease, illness ; إسعاف | ambulance ; مدرسة | school ; تعليم | education ; طالب | student, pupil
معلم | teacher ; جامعة | university ; مسجد | mosque ; ماء, مياه | water ; كهرباء | electricity, power
خبز, أفران, فرن | bread, bakery ; قمح, حبوب | wheat, grain ; غذاء, غذائي | food ; جوع, مجاعة | hunger, famine
وقود, نفط | fuel, oil ; اقتصاد | economy, economic ; ليرة, عملة | currency, lira, pound ; سعر | price
زراعة, مزارع | agriculture, farmer, agricultural ; حريق | fire, wildfire ; زلزال | earthquake, quake
فيضان, فيضانات, سيول | flood ; عاصفة, ثلج | storm, snow ; جفاف | drought ; شتاء | winter ; جسر | bridge
مرفأ, ميناء | port, harbour, harbor ; مطار | airport ; طريق | road, route ; سوق | market ; قرية | village
صحفي, إعلامي | journalist, reporter ; صحافة | media, press ; حرية | freedom, liberty
ثورة, ثوار | revolution, rebel, revolutionary ; ذكرى | anniversary, commemorate
مظاهرة, تظاهرة, متظاهر, احتجاج | demonstration, protest, demonstrator, protester
إرهاب | terrorism, terrorist, terror ; ميليشيا | militia ; جيش | army ; عسكري | military ; شرطة | police
هجوم | attack, offensive, assault ; انسحاب, سحب | withdrawal, withdraw ; تحقيق | investigation, inquiry, probe
تقرير | report ; دليل, أدلة | evidence ; وثيقة, وثائق | document ; شاهد, شهود | witness ; قانون | law
مرسوم | decree ; ملكية, عقار | property, ownership ; تجنيد | recruitment, conscription ; تهريب | smuggling
احتلال | occupation ; سيادة | sovereignty ; حوار | dialogue ; مجتمع المدني | civil society
شباب, شاب | youth, young ; عيد | eid, feast, holiday ; رمضان | ramadan ; تعزية, عزاء | condolence
تهنئة | congratulate, congratulation ; وفاة, رحيل | passing ; استقالة | resignation, resign
تعيين, عين | appoint, appointment ; افتتاح | open, inaugurate ; إعادة الإعمار, إعمار | reconstruction, rebuild
دعم | support ; منحة, تمويل | grant, funding ; مشروع | project ; تدريب | training ; رياضة | sport
آثار, أثري, تراث | antiquities, archaeological, heritage ; بيئة | environment, environmental ; سد | dam
نهر | river ; بحر | sea, maritime, naval ; قارب, زورق | boat ; غرق | drown, sink
هجرة, مهاجر | migration, migrant ; إنترنت, شبكة | internet, network ; سلام | peace ; أزمة | crisis
كارثة | disaster, catastrophe ; دوريات, دورية | patrol ; حظر | ban, prohibition
منظمة | organization, organisation ; شاعر, قصيدة | poet, poem ; كاتب | writer, book
فنان, فيلم | artist, film, actor ; لاعب, فريق, فرق | team, player ; محام | lawyer, attorney ; مهندس | engineer
ناشط | activist ; زميل | colleague ; عامل | worker, labour ; موظف | employee, staff ; متطوع | volunteer
سائق | driver ; مسعف | paramedic ; سيطرة | control ; عاجل, طارئ | urgent, emergency
عائلة, عوائل, أسر | family, household ; أم, والدة | mother ; ابن, أبناء, بنات, فتاة | son, daughter, girl
شارع | street ; بيت, منزل, بيوت | home, house ; مبنى, بناء | building ; ساحة | square
مقر, مكتب | office, headquarters ; مركز | centre, center ; محطة, ضخ | station, pumping ; بئر, آبار | well
أنقاض, ركام | rubble, debris ; ناجي, نجاة | survivor, survive ; إنقاذ | rescue
إجلاء, إخلاء | evacuation, evacuate ; جثة, جثامين | corpse ; دفن, جنازة, تشييع | burial, funeral, bury
مستوصف, عيادة | clinic ; إسهال, عدوى, تفشي | outbreak, infection, diarrhoea ; حصبة | measles
مخبر, تحليل | sample, laboratory, test ; جرعة | dose ; حاضنة | incubator
جراح, عملية الجراحية | surgery, surgeon, surgical ; سلة, سلال | basket ; طعام, وجبة | meal, feed
طحين, دقيق | flour ; زيت | olive ; خضار | vegetable ; غنم, ماشية, مواشي | sheep, livestock ; قطن | cotton
أرض, أراضي, حقل | land, field ; محصول, حصاد | crop, harvest ; ري | irrigation
مازوت, بنزين, ديزل | diesel, petrol ; مدفأة, تدفئة | heater, stove, heating ; بطانية | blanket ; شمسي | solar
عنقودي, قنبلة | cluster, bomblet ; ذخيرة, مخلفات | ordnance, munition, remnant
عبوة, ناسفة | device, improvised ; دراجة | motorcycle ; سيارة, مركبة | car, vehicle ; شاحنة | truck
صهريج, خزان | tank, tanker ; حافلة, باص | bus ; رصاص, نار | bullet, gunfire, shot
قناص, مسلح, مجهول | sniper, gunman, unknown ; مسيرة | drone ; حاجز | checkpoint
احتجاز, محتجز, رهينة | hostage, held ; إفراج, إطلاق سراح, سراح | release, free ; تهديد | threat
إفلات, عقاب | impunity, punishment ; قسري | enforced, forced ; تعسفي | arbitrary ; مصير | fate ; حقيقة | truth
ذوي, أقارب | relative ; صورة | photo, photograph, picture, image
كاميرا, مصور | camera, photographer, photojournalist ; خبر | news ; رسالة | letter, message
كلمة, خطاب | speech, word ; دعوة, دعا, يدعو, تدعو | call, urge, invite, appeal ; مطالبة, يطالب, نطالب | demand
إدانة, يدين, تدين, ندين | condemn, condemnation ; رفض | reject, refuse, rejection ; ترحيب, رحب | welcome
قلق | concern, worried ; تحذير, حذر | warn ; تأكيد, أكد, يؤكد | affirm, confirm, stress
نفي, ينفي | deny, denial ; إعلان, أعلن, تعلن | announce, announcement, declare ; كشف | reveal
شكر | thank, gratitude ; اعتذار | apology, apologise ; تضامن | solidarity ; تسمية, سمى | name
توقيع, وقع | sign ; مذكرة, تفاهم | memorandum ; تعاون | cooperation ; شريك | partner, partnership
مانح | donor ; تبرع | donation, donate ; دولار | dollar, usd ; مليون, ملايين | million
كلفة, تكلفة, رسم | cost, fee ; دفع | pay, paid, payment ; راتب, أجور | salary, wage ; ضريبة | tax ; قرض | loan
مناقصة, عطاء, عروض | tender, bid ; تراخيص, رخصة | licence, license, permit
تسجيل, قيد | registration, enrol, enrolment, register ; هوية, جواز | identity, passport ; تأشيرة | visa
ترحيل | deportation, deport ; إغلاق | close, closure, shut
توقف, إيقاف, تعليق | stop, suspend, suspension, halt ; إلغاء | cancel, revoke, abolish
تمديد, مدد | extend, extension ; إصلاح, صيانة, ترميم | repair, maintenance, reform, restore
إنشاء, تأسيس | establish, create, founding ; توزيع | distribute, distribution ; حملة | campaign
برنامج | programme, program ; مبادرة | initiative ; مسابقة, جائزة, جوائز | prize, award, competition
معرض | exhibition, fair ; ثقافي | culture, cultural ; علم | flag ; دين | religion, religious ; عنف | violence
زواج | marriage ; إعاقة | disability, disabled ; أرملة | widow ; حماية | protection, protect
خطر, مخاطر | danger, risk ; حالة | case, condition ; حصيلة | toll ; عدد | number, total
نسبة, بالمئة | per cent, percent, percentage ; ارتفاع, زيادة | increase, rise
انخفاض, تراجع, نقص | shortage, decrease, drop, lack ; فساد | corruption ; سلطة | authority
إدارة | administration, management, department ; مرجعية, مؤسسة | institution, foundation ; مجلس | council
محلي | local ; بلدية | municipality, municipal ; نقابة, اتحاد | union
رابطة, جمعية | league, association, society, assembly ; حزب | party ; وكالة | agency ; صندوق | box
بنك, مصرف | bank ; شركة | company ; مصنع, معمل | factory, plant ; اعتراف | recognition, recognise, recognize
شرعية | legitimacy, legitimate ; ديمقراطي | democratic, democracy ; استقلال, مستقل | independence, independent
مواطن | citizen ; قبيلة, عشيرة | tribe, tribal ; مصالحة | reconciliation ; ضامن | guarantor
انتهاء, نهاية | end ; بداية, بدء | begin, start ; شهر, أشهر | month ; أسبوع | week
سنة, سنوات, عام, أعوام | year ; ليل | night ; صباح | morning ; مساء | evening ; فجر | dawn ; ظهر | noon
صيف | summer ; مطر | rain ; شجرة | tree ; غابة | forest ; نفايات, قمامة | waste, garbage, rubbish
صرف الصحي | sewage, sanitation ; نظافة | hygiene, cleaning ; اتصال | communication ; خوف | fear
حزن, حداد | mourning, grief ; سرطان | cancer ; قلب | heart ; موقع | site, location ; حادث | incident, accident
نتيجة | result, finding ; مشتبه | suspect ; مستفيد | beneficiary ; سرير | bed ; منشأة, مرفق | facility
جلسة | session, round ; تنمية | development ; مقاعد | seat, desk ; ساعة | hour ; عمر | age, aged
توفي, وفيات | die, died ; استقبل, تلقى | receive ; انتظر, تنتظر | wait ; ثلث | third, two-thirds ; نصف | half
شجاعة | courage, brave ; مجان | charge ; حضور | presence, attend ; زنزانة | cell ; قائمة, أسماء, اسم | list
مجرم | criminal ; غرفة | room, chamber ; مسؤولية | responsibility
التزام, تعهد | commitment, undertaking, pledge ; تنفيذ, نفذ | implement, carry ; معدات, تجهيزات | equipment
فني, تقني | technician, technical ; طاقة | energy ; كيلومتر | kilometre, kilometer, km ; متر | metre, meter
لتر | litre, liter ; ربطة | bundle, loaf ; كيلو, غرام | gram, kilo, kg ; ضرر, تضرر | damage, affected
دمار, تدمير, دمر | destroy, destruction ; احتراق | burn ; انهيار, انهار | collapse ; غطاء | cover
جالية | community, diaspora ; استيراد, واردات | import
`

/** Said in every second statement: they tell little about which one it is. */
export const COMMON = `
نظام | regime ; دولي | international ; مجتمع | community, society
شعب, شخص, أهالي, أهل, سكان, ناس, إنسان | people, person, resident, inhabitant, population ; وطني | national
معارضة | opposition ; بيان | statement ; تصريح | release ; بلاد, بلد | state, country, nation
مدينة | city, town ; محافظة | province, governorate ; ريف | countryside, rural ; شمال | north, northern
جنوب | south, southern ; شرق | east, eastern ; غرب | west, western ; إنساني | humanitarian, humanity
عالم | world ; قوات | force, troop ; منطقة | area, region ; أمن | security ; خارجية | foreign
علاقات | relation ; عام | general, public ; خدمة | service ; تعافي | recovery ; دائرة, قسم | department
عضو, أعضاء | member ; مدير | director, manager ; مسؤول | official, responsible ; ميثاق | charter
اجتماعي | social ; لاجئ | refugee ; جمهورية | republic ; قانوني | legal ; أحد | sunday ; اثنين | monday
ثلاثاء | tuesday ; أربعاء | wednesday ; خميس | thursday ; جمعة | friday ; سبت | saturday ; يناير | january
شباط, فبراير | february ; آذار, مارس | march ; نيسان, أبريل | april ; أيار, مايو | may ; حزيران, يونيو | june
تموز, يوليو | july ; أغسطس | august ; أيلول, سبتمبر | september ; أكتوبر, تشرين الأول | october
نوفمبر, تشرين الثاني | november ; ديسمبر, كانون الأول | december ; يوم, أيام | day, daily ; عمل | work
جديد | new ; خاص | special ; ماضي | past, last
`
