/**
 * Numbers written out, cardinal and ordinal; folded. "One" says too little in either language.
 * From 100 on a word multiplies what stands before it; the Arabic hundreds are mostly one word.
 * "ثانية" without its article means "again".
 */
export const NUMBER_WORDS = `
2 two second اثنان اثنين اثنتين ثاني الثانيه والثانيه للثانيه
3 three third ثلاث ثلاثه ثالث ثالثه
4 four fourth اربع اربعه رابع رابعه
5 five fifth خمس خمسه خامس خامسه
6 six sixth ست سته سادس سادسه
7 seven seventh سبع سبعه سابع سابعه
8 eight eighth ثمان ثماني ثمانيه ثامن ثامنه
9 nine ninth تسع تسعه تاسع تاسعه
10 ten tenth عشر عشره عاشر عاشره
11 eleven eleventh
12 twelve twelfth
13 thirteen thirteenth
14 fourteen fourteenth
15 fifteen fifteenth
16 sixteen sixteenth
17 seventeen seventeenth
18 eighteen eighteenth
19 nineteen nineteenth
20 twenty twentieth عشرون عشرين
30 thirty thirtieth ثلاثون ثلاثين
40 forty fortieth اربعون اربعين
50 fifty fiftieth خمسون خمسين
60 sixty ستون ستين
70 seventy سبعون سبعين
80 eighty ثمانون ثمانين
90 ninety تسعون تسعين
100 hundred ميه مايه
200 ميتان ميتين ميتا ميتي مايتان مايتين مايتا مايتي
300 ثلاثميه ثلاثمايه
400 اربعميه اربعمايه
500 خمسميه خمسمايه
600 ستميه ستمايه
700 سبعميه سبعمايه
800 ثمانميه ثمانمايه
900 تسعميه تسعمايه
1000 thousand الف الاف
2000 الفان الفين
1000000 million مليون ملايين مليونا
1000000000 billion مليار مليارات
`
