// What letters of other scripts are in ours, as graph/text/letters.json has it: `make vocabulary`
// writes this. From AnyAscii 0.3.3, https://github.com/anyascii/anyascii
//
// ISC License
//
// Copyright (c) 2020-2025, Hunter WB <hunterwb.com>
//
// Permission to use, copy, modify, and/or distribute this software for any
// purpose with or without fee is hereby granted, provided that the above
// copyright notice and this permission notice appear in all copies.
//
// THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES
// WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF
// MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR
// ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES
// WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
// ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF
// OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.

/** By the number of the first sign, what it and those behind it are: `.` where one has no place
 * here, `-` where it is nothing. @type {Texts} */
export const RUNS = {
 "df": "ss . . . . . . ae . . . . . . . . . d . . . . . . . o . . . . . th . . . . . . . . . . . . . . . . . . d . . . . . . . . . . . . . . . . . . . . . h . . . . . . . . . i . . . . . . q . . . . . . . . . l . . . . . . . . ng . . . . . . . oe . . . . . . . . . . . . . . . . . . . t . . . . . . . . . . . . . . . . . . . . . . . . b . . b . 6 . . c . . . d z . . . . f . . hw . . . k l l . . n . . . . gh . p . . 2 . sh t . t . . . . . . y . z . . - zh dz . 5 ts w c x qc q . . . . . . . . . . . . . . . . . . . . . . . . . e . . . . . . . g . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . y . . . d . ou . z . . . . . . . . . . . . . . l n t j db qp . . c . . s z . - . . . . e . j . q . r . y a a a b o c d d e e er e e er o j g g g g u y h h i i i l l l lzh w w m n n n o oe u f r r r r r r i r r s sh j i sh t t u u v a w y y z z zh zh - - x q pc b oe g h j k l q - - dz dzh dz ts tsh tc fng ls lz ww - y y . . . . . . . . . - - - - - - - - - . . . . - - - - - - - - - - - - . . . . . . . . . . . . . . . . . . . . . . . . . . - . -",
 "370": ". h . s . . . w . . i s s s . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . a v g d e z i th i k l m n x o p r s s t y f ch ps o . . . . . . b . . . . ph . - . q . st . w . q . s . sh . f . x . h . j . c . ti . . . j . . . . sh . . s r . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya . . dj . ie dz i . j lj nj c . . . dzh . o . e . ie . e . ie . o . io . ks . ps . f . y . . . u . o . o . ot . q . . . . . . 100000 1000000 . jh . - . rh . g . gh . gh . j . z . q . g . q . q . ng . ng . ph . w . s . th . u . u . h . ts . j . c . h . ch . ch . . gi . q . lh . ng . nh . dzh . mh h . . . . . ae . . . a . e . dzh . j . dz . . . . . . . o . y . a . . . . . . . tsh . gh . . . xh . x . h . d . dj . zj . dz . lj . nj . sj . tj . a . l . lkh . rkh . a . q . w . q . l . n . ph . - . ny . dzh . dch . l",
 "531": ". . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . - . . . . . . a a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j rr s v t r ts w p k o f ev",
 "5b0": "e e a o i e e a a o o u . . . . . . . . . . . o . . . . . . . . a v g d h v z h t y kh kh l m m n n s a f f ts ts k r sh t . . . . yyy v oy ey",
 "620": "y - . - u - i a b h t th j h kh d dh r z s sh s d t dh a gh g g y i i - f q k l m n h w a y . . . a u i . . a . . i . e e o e e o a u 0 1 2 3 4 5 6 7 8 9 . . . . b q a - a u e a o u i t th b t t p th bh dz dz n j ts ch ch d d d dd dh dh dh d d r r r r r zh d zh r sh s ch ts ch th ng f f p v v ph q g k k g g ng kp g gg n g g g l l l l n n n n ny h n . h . h o o o u u u u v y ey e v e ny e . . e",
 "6f0": "0 1 2 3 4 5 6 7 8 9",
 "900": "m m m h a a a i i u u r l e e e ai o o o au k kh g gh n c ch j jh n t th d dh n t th d dh n . p ph b bh m y r . l l . v s s s h o o . - a i i u u r r e e e ai o o o au . e a om . . . . e u u q . . z r rh f . r l l l . . 0 1 2 3 4 5 6 7 8 9 . - a o o a u u d zh y g j - d b",
 "980": "- m m h . a a i i u u r l . . e ai . . o au k kh g gh n c ch j jh n t th d dh n t th d dh n . p ph b bh m y r . l . . . s s s h . . . - a i i u u r r . . e ai . . o au . t . . . . . . . . u . . . . r rh . . r l l l . . 0 1 2 3 4 5 6 7 8 9 r v",
 "a01": "m m h . a a i i u u . . . . e ai . . o au k kh g gh n c ch j jh n t th d dh n t th d dh n . p ph b bh m y r . l . . v . . s h . . . . a i i u u . . . . e ai . . o au . . . . - . . . . . . . . . z r . . . . . . . . . 0 1 2 3 4 5 6 7 8 9 m - - - -",
 "a81": "m m h . a a i i u u r l e . e ai o . o au k kh g gh n c ch j jh n t th d dh n t th d dh n . p ph b bh m y r . l l . v s s s h . . . - a i i u u r r e . e ai o . o au . . . om . . . . . . . . . . . . . . . r l l l . . 0 1 2 3 4 5 6 7 8 9",
 "b01": "m m h . a a i i u u r l . . e ai . . o au k kh g gh n c ch j jh n t th d dh n t th d dh n . p ph b bh m y r . l l . v s s s h . . . - a i i u u r r . . e ai . . o au . . . . . . . . - i u . . . . r rh . y r l l l . . 0 1 2 3 4 5 6 7 8 9 . w",
 "b82": "m k . a a i i u u . . . e e ai . o o au k . . . n c . j . n t . . . n t . . . n n p . . . m y r r l l l v s s s h . . . . a i i u u . . . e e ai . o o au . . . om . . . . . . u . . . . . . . . . . . . . . 0 1 2 3 4 5 6 7 8 9",
 "c00": "m n m h m a a i i u u r l . e e ai . o o au k kh g gh n c ch j jh n t th d dh n t th d dh n . p ph b bh m y r r l l l v s s s h . . . - a i i u u r r . e e ai . o o au . . . . . . . . . i . c z r . . n . . r l l l . . 0 1 2 3 4 5 6 7 8 9",
 "c81": "m m h . a a i i u u r l . e e ai . o o au k kh g gh n c ch j jh n t th d dh n t th d dh n . p ph b bh m y r r l l . v s s s h . . . - a i . u u r r . e . ai . o o au . . . . . . . . - i . . . . . . n l . r l l l . . 0 1 2 3 4 5 6 7 8 9",
 "d00": "m m m h m a a i i u u r l . e e ai . o o au k kh g gh n c ch j jh n t th d dh n t th d dh n n p ph b bh m y r r l l l v s s s h t . . - a i i u u r r . e e ai . o o au . r . . . . . m y l u . . . . . . . i r l l l . . 0 1 2 3 4 5 6 7 8 9 . . . . . . . . . . n n r l l k",
 "d82": "m h . a a ae ae i i u u r r l l e e ai o o au . . . k kh g gh n ng c ch j jh n jn nj t th d dh n nd t th d dh n . nd p ph b bh m mb y r . l . . v s s s h l f . . . . . . . . a ae ae i i u . u . r e . ai o o au u . . . . . . 0 1 2 3 4 5 6 7 8 9 . . r l",
 "e01": "k kh kh kh kh kh ng ch ch ch s ch y d t th th th n d t th th th n b p ph f ph f ph m y r rue l lue w s s s h l o h - a a a am i i ue ue u u . . . . . . e ae o ai ai - - - . . . . - m - . 0 1 2 3 4 5 6 7 8 9",
 "e81": "k kh . kh . gh ng ch ch x . jh gn n t th d dh n d t th th dh n b p ph f ph f bh m y r . l . v s s s h l - h - a a a am i i u u ou ou . o l y . . e e o ai ai . - . . . . . - o . . 0 1 2 3 4 5 6 7 8 9 . . n m",
 "1000": "k kh g gh n c ch j jh n nn t th d dh n t th d dh n p ph b bh m y r l v s h l - - i i u u e e o o a a i i u u e ai i ao e m . - . . y r v h ss 0 1 2 3 4 5 6 7 8 9 . . . . . . s s r r l l r r l l",
 "10d0": "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h e y w x o f e - g - . . ae - w",
 "1100": "g kk n d tt l m b pp s ss - j jj ch k t p h",
 "1161": "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i",
 "11a8": "g kk gs n nj nh d l lg lm lb ls lt lp lh m b bs s ss ng j ch k t p h",
 "1200": "ha hu hi ha he h ho hoa le lu li la le l lo lwa ha hu hi ha he h ho hwa me mu mi ma me m mo mwa se su si sa se s so swa re ru ri ra re r ro rwa se su si sa se s so swa she shu shi sha she sh sho shwa ke ku ki ka ke k ko koa kwe . kwi kwa kwe kwi . . ke ku ki ka ke k ko . kwe . kwi kwa kwe kwi . . be bu bi ba be b bo bwa ve vu vi va ve v vo vwa te tu ti ta te t to twa che chu chi cha che ch cho chwa ha hu hi ha he h ho hoa hwe . hwi hwa hwe hwi . . ne nu ni na ne n no nwa nye nyu nyi nya nye ny nyo nywa a u i a e - o wa ke ku ki ka ke k ko koa kwe . kwi kwa kwe kwi . . he hu hi ha he h ho . hwe . hwi hwa hwe hwi . . we wu wi wa we w wo woa a u i a e - o . ze zu zi za ze z zo zwa zhe zhu zhi zha zhe zh zho zhwa ye yu yi ya ye y yo yoa de du di da de d do dwa de du di da de d do dwa je ju ji ja je j jo jwa ge gu gi ga ge g go goa gwe . gwi gwa gwe gwi . . nge ngu ngi nga nge ng ngo ngwa te tu ti ta te t to twa che chu chi cha che ch cho chwa pe pu pi pa pe p po pwa tse tsu tsi tsa tse ts tso tswa tse tsu tsi tsa tse ts tso tsoa fe fu fi fa fe f fo fwa pe pu pi pa pe p po pwa rya mya fya",
 "1780": "k kh k kh ng ch chh ch chh nh d th d th n t th t th n b ph p ph m y r l v s s s h l - - a e ei o o ou au rue rueu lue lueu ae ai ao ao ov - - a e ei oe eu o ou uo aeu oea ie e ae ai ao au am ah ak - - a r - - - a - . - . . . - . . . . - . . . 0 1 2 3 4 5 6 7 8 9",
 "3041": "a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za shi ji su zu se ze so zo ta da chi ji t tsu zu te de to do na ni nu ne no ha ba pa hi bi pi fu bu pu he be pe ho bo po ma mi mu me mo ya ya yu yu yo yo ra ri ru re ro wa wa i e o n vu ka ka . . . . . . - . . . a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za shi ji su zu se ze so zo ta da chi ji t tsu zu te de to do na ni nu ne no ha ba pa hi bi pi fu bu pu he be pe ho bo po ma mi mu me mo ya ya yu yu yo yo ra ri ru re ro wa wa i e o n vu ka ka va vi ve vo . - -"
};

/** A consonant with no vowel behind it, within a word: there an a is said and not written. */
export const WITHOUT_VOWEL = "([\u0915-\u0939\u0995-\u09b9\u0a15-\u0a39\u0a95-\u0ab9\u0b15-\u0b39\u0b95-\u0bb9\u0c15-\u0c39\u0c95-\u0cb9\u0d15-\u0d39][\u093c-\u093c\u09bc-\u09bc\u0a3c-\u0a3c\u0abc-\u0abc\u0b3c-\u0b3c\u0bbc-\u0bbc\u0c3c-\u0c3c\u0cbc-\u0cbc\u0d3c-\u0d3c]?)(?=[\u0901-\u0939\u0981-\u09b9\u0a01-\u0a39\u0a81-\u0ab9\u0b01-\u0b39\u0b81-\u0bb9\u0c01-\u0c39\u0c81-\u0cb9\u0d01-\u0d39])";
