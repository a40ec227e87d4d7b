/**
 * What the check of a topic pack says, in Hindi. Words in quotes are those of the pack's files and stay as they are; so do
 * the keys of the format.
 */
export const packFaults: readonly (readonly [english: RegExp, hindi: string])[] = [
  // Names that lead nowhere, stand twice, or nobody uses.
  [
    /^Name a question of this pack: there is no “(.*?)”, so the rule can never be known\./,
    'इस पैक के किसी सवाल का नाम लिखें: “$1” कोई नहीं है, इसलिए यह नियम कभी पता नहीं चल सकता।',
  ],
  [/^Name a question of this pack: there is no “(.*?)”\./, 'इस पैक के किसी सवाल का नाम लिखें: “$1” कोई नहीं है।'],
  [/^Name a criterion of this pack: there is no “(.*?)”\./, 'इस पैक की किसी शर्त का नाम लिखें: “$1” कोई नहीं है।'],
  [/^Name a rule of this pack: there is no “(.*?)”\./, 'इस पैक के किसी नियम का नाम लिखें: “$1” कोई नहीं है।'],
  [/^Name a fact of this pack: there is no “(.*?)”\./, 'इस पैक के किसी तथ्य का नाम लिखें: “$1” कोई नहीं है।'],
  [/^Name one of the options of “(.*?)”: there is no “(.*?)”\./, '“$1” के विकल्पों में से एक लिखें: “$2” कोई नहीं है।'],
  [
    /^Name counts of a fact that this line rests on: there are no “(.*?)”\./,
    'जिस तथ्य पर यह टिका है, उसकी गिनती का नाम लिखें: “$1” कोई नहीं है।',
  ],
  [
    /^Name a generic of the group “(.*?)” that (.*?) holds, or move it to another group\./,
    'समूह “$1” की वह दवा लिखें, जो $2 में है, या इसे दूसरे समूह में रखें।',
  ],
  [/^Give (?:this|these) [\w ]+ another id: “(.*?)” is taken\./, 'इसे दूसरी id दें: “$1” पहले से है।'],
  [/^Give the pack the id of its folder: “(.*?)”\./, 'पैक को उसके फ़ोल्डर की id दें: “$1”।'],
  [/^Remove “(.*?)” here: it stands in this group already\./, '“$1” यहाँ से हटाएँ: इस समूह में यह पहले से है।'],
  [/^Remove “(.*?)” here: it is listed itself, so it must be found\./, '“$1” यहाँ से हटाएँ: यह ख़ुद सूची में है, इसलिए मिलना चाहिए।'],
  [/^Remove “(.*?)” here: it already stands in (.*?)\.(?= |$)/, '“$1” यहाँ से हटाएँ: यह $2 में पहले से है।'],
  [/^Ask “(.*?)” in one section only: it is asked twice\./, '“$1” एक ही हिस्से में पूछें: यह दो बार पूछा गया है।'],
  [/^Ask “(.*?)” in a section, or remove it: nobody is asked it\./, '“$1” किसी हिस्से में पूछें, या हटाएँ: यह किसी से नहीं पूछा जाता।'],
  [/^Show “(.*?)” once on a screen: it stands there already\./, '“$1” एक स्क्रीन पर एक बार दिखाएँ: वहाँ यह पहले से है।'],

  // The form of the files.
  [/^Write “key: value” lines at the start of a line: this file holds no keys\./, 'लाइन के शुरू में “key: value” लिखें: इस फ़ाइल में कुछ नहीं है।'],
  [/^Remove (“.*?”) or mend the name: no such key belongs here\./, '$1 हटाएँ या नाम ठीक करें: यहाँ ऐसा कुछ नहीं होता।'],
  [/^Give (“.*?”|This) one of these values: (.*?)\.(?= |$)/, '$1 को इनमें से एक दें: $2।'],
  [/^Add (“.*?”|This): it is missing here\./, '$1 जोड़ें: यहाँ यह बाक़ी है।'],
  [/^Give (“.*?”|This) the type (\S+?)\.(?= |$)/, '$1 का प्रकार $2 होना चाहिए।'],
  [
    /^Write (“.*?”|This) in one of the forms that are allowed here: README\.md beside the packs lists them\./,
    '$1 किसी मान्य रूप में लिखें: वे पैकों के पास README.md में हैं।',
  ],
  [/^Make min at most max: (\S+) is above (\S+)\.(?= |$)/, 'min को max से ज़्यादा न रखें: $1, $2 से ज़्यादा है।'],
  [/^Set a review date after the date of the content\./, 'दोबारा देखने की तारीख़ सामग्री की तारीख़ के बाद रखें।'],
  [/^Mend the JSON: it can’t be read to its end\./, 'JSON ठीक करें: वह अंत तक नहीं पढ़ी जाती।'],
  [/^Mend the JSON at (.*?)\.(?= |$)/, 'JSON ठीक करें, यहाँ: $1।'],
  [/^There is no such topic pack here\. Use one of: (.*?)\.(?= |$)/, 'ऐसा विषय पैक यहाँ नहीं है। इनमें से एक काम में लें: $1।'],
  [/^This topic pack has faults\. See them with: (.*)$/, 'इस विषय पैक में ग़लतियाँ हैं। उन्हें ऐसे देखें: $1'],
  [
    /^The words of the topic pack here are not those of this visit\. Check the answers against them, then use (\S+)\.(?= |$)/,
    'यहाँ के विषय पैक के शब्द इस मुलाक़ात के नहीं हैं। जवाब उनसे मिलाएँ, फिर $1 लिखें।',
  ],

  // Rules and cases.
  [
    /^Write the answer as \{ state: known, value: … \}, \{ state: notKnown \} or \{ state: doesNotApply, because: … \}\./,
    'जवाब ऐसे लिखें: { state: known, value: … }, { state: notKnown } या { state: doesNotApply, because: … }।',
  ],
  [/^Mend the case “(.*?)” or the rule: (\S+) is (\S+), not (\S+)\.(?= |$)/, 'उदाहरण “$1” या नियम ठीक करें: $2, $4 नहीं, $3 है।'],
  [/^Compare “(.*?)” with one of its options \((.*?)\): “(.*?)” is none\./, '“$1” को उसके किसी विकल्प ($2) से मिलाएँ: “$3” उनमें नहीं है।'],
  [
    /^Use atLeast and atMost with whole numbers only: “(.*?)” is of type (\w+)\./,
    'atLeast और atMost सिर्फ़ पूरी संख्या के साथ लिखें: “$1” का प्रकार $2 है।',
  ],
  [/^Use includes with several choices only: “(.*?)” is of type (\w+)\./, 'includes सिर्फ़ कई विकल्पों के साथ लिखें: “$1” का प्रकार $2 है।'],
  [/^Compare “(.*?)” with a whole number: it is of type integer\./, '“$1” को पूरी संख्या से मिलाएँ: उसका प्रकार integer है।'],
  [/^Compare “(.*?)” with is: true or is: false: it is of type yesNo\./, '“$1” को is: true या is: false से मिलाएँ: उसका प्रकार yesNo है।'],
  [/^Don’t use (\S+) with “(.*?)”: a rule can’t compare the type (\w+)\./, '“$2” के साथ $1 न लिखें: नियम प्रकार $3 को नहीं मिला सकता।'],
  [
    /^Take the (.*?) out of its own rule: it reads itself and can never be known\./,
    '$1 को उसके अपने नियम से हटाएँ: वह ख़ुद को पढ़ता है और कभी पता नहीं चल सकता।',
  ],

  // Facts.
  [/^Rest this on another fact: (\S+) is never told or printed\./, 'इसे दूसरे तथ्य पर टिकाएँ: $1 न कहा जाता है, न छपता है।'],
  [/^Tell (.*?) in the same text: (\S+) is never told without\./, '$1 भी इसी में बताएँ: $2 उसके बिना कभी नहीं कहा जाता।'],
  [
    /^Take “(.*?)” out of this text: it rests on (\S+), of which that is not to be said\./,
    '“$1” यहाँ से हटाएँ: यह $2 पर टिका है, जिसके बारे में यह नहीं कहना है।',
  ],
  [
    /^Name the facts that “(.*?)” rests on, or mark it “own: true”: it has no source\./,
    'लिखें कि “$1” किन तथ्यों पर टिका है, या “own: true” लिखें: इसका कोई स्रोत नहीं है।',
  ],
  [/^Remove “own: true” or the facts of “(.*?)”: it can’t be both\./, '“own: true” या “$1” के तथ्य हटाएँ: दोनों साथ नहीं हो सकते।'],
  [/^Say (\S+) somewhere, or mark it “prints: false”: nothing rests on it\./, '$1 कहीं कहें, या “prints: false” लिखें: इस पर कुछ नहीं टिका।'],
  [
    /^List under mustNotSay the words that would say it: a clause of (\S+) is not confirmed\./,
    'mustNotSay के नीचे वे शब्द लिखें, जो यह कहेंगे: $1 का एक हिस्सा पक्का नहीं है।',
  ],
  [/^Name the same facts wherever “(.*?)” stands: here (.*?), before (.*?)\.(?= |$)/, 'जहाँ भी “$1” हो, वही तथ्य लिखें: यहाँ $2, पहले $3।'],
  [/^Take (\S+) out, or say it in (\S+): the fact doesn’t hold this number\./, '$1 हटाएँ, या $2 में लिखें: तथ्य में यह संख्या नहीं है।'],
  [/^Count at most (\d+) here: there were no more women in this arm\./, 'यहाँ ज़्यादा से ज़्यादा $1 गिनें: इस समूह में इससे ज़्यादा महिलाएँ नहीं थीं।'],
  [
    /^Leave “(.*?)” to the words: its arm “(.*?)” has (\d+) women, and fewer than (\d+) are never drawn\./,
    '“$1” शब्दों में ही रखें: उसके समूह “$2” में $3 महिलाएँ हैं, और $4 से कम का चित्र नहीं बनता।',
  ],

  // Words. What is wrong with them follows as a sentence of its own.
  [/^Mend the text “(.*?)”:(?= )/, '“$1” के शब्द ठीक करें:'],
  [/^Mend the YAML here: (.*)$/, 'YAML यहाँ ठीक करें: $1'],
  [/^Mend (“.*?”|This):(?= )/, '$1 ठीक करें:'],
  [/^Say (.*?): the English does\./, '$1 भी कहें: अंग्रेज़ी में यह है।'],
  [/^Leave out (.*?): the English doesn’t say it\./, '$1 हटाएँ: अंग्रेज़ी में यह नहीं है।'],
  [/^Say that it is not so: the English has a negation, and this has none\./, 'यहाँ “नहीं” कहें: अंग्रेज़ी में मनाही है, और यहाँ नहीं।'],
  [/^Write digits as 0 to 9: a dose is never written in two ways\./, 'अंक 0 से 9 में लिखें: ख़ुराक दो तरह से नहीं लिखी जाती।'],
  [/^Name the same units as the English: (.*?), not (.*?)\.(?= |$)/, 'वही इकाई लिखें जो अंग्रेज़ी में है: $1, न कि $2।'],
  [/^Say it without “not”: the English has no negation\./, '“नहीं” के बिना कहें: अंग्रेज़ी में मनाही नहीं है।'],
  [/^Write the text “(.*?)”: it is empty\./, '“$1” के शब्द लिखें: वह ख़ाली है।'],
  [/^Close the bold type of “(.*?)”: an asterisk \(\*\) stands alone\./, '“$1” में मोटे अक्षर बंद करें: एक तारा (*) अकेला है।'],
  [/^Split this sentence of (\d+) words \(at most (\d+)\): “(.*?) …”\./, '$1 शब्दों के इस वाक्य को बाँटें (ज़्यादा से ज़्यादा $2): “$3 …”।'],
  [/^Add text\/(\w+)\.yaml, or take “(.*?)” out of the languages of pack\.yaml\./, 'text/$1.yaml जोड़ें, या pack.yaml की भाषाओं से “$2” हटाएँ।'],
  [/^Write “language: (\w+)” in this file\./, 'इस फ़ाइल में “language: $1” लिखें।'],
  [/^Add the text “(.*?)”: it is missing in (\w+)\./, '“$1” के शब्द जोड़ें: $2 में वे नहीं हैं।'],
  [/^Remove the text “(.*?)” or mend its id: nothing uses it\./, '“$1” के शब्द हटाएँ या id ठीक करें: वे कहीं काम नहीं आते।'],
  [/^Shorten this title to (\d+) characters, so that it fits the list of sections\./, 'यह नाम $1 अक्षरों तक छोटा करें, ताकि सूची में आ जाए।'],
  [
    /^Shorten “(.*?)” to (\d+) characters: it has (\d+), and stands in large letters on the patient’s screen\./,
    '“$1” को $2 अक्षरों तक छोटा करें: उसमें $3 हैं, और मरीज़ की स्क्रीन पर बड़े अक्षर होते हैं।',
  ],
  [
    /^Add “(.*?)” to the languages of pack\.yaml, or remove this file: nobody reads it\./,
    'pack.yaml की भाषाओं में “$1” जोड़ें, या यह फ़ाइल हटाएँ: इसे कोई नहीं पढ़ता।',
  ],
  [
    /^Translate “(.*?)”: it is missing, so nothing is printed in this language\./,
    '“$1” का अनुवाद करें: वह नहीं है, इसलिए इस भाषा में कुछ नहीं छपता।',
  ],
  [
    /^Read “(.*?)” again: its English has changed, or it was never marked as translated\. Then run (.*?)\.$/,
    '“$1” फिर से पढ़ें: उसकी अंग्रेज़ी बदल गई है, या उसे कभी अनूदित नहीं कहा गया। फिर यह चलाएँ: $2',
  ],
  [
    /^Shorten the (?:Hindi )?sentences of the (.*?): they have ([\d.]+) words on average, at most (\d+) are allowed\./,
    '$1 के वाक्य छोटे करें: उनमें औसत $2 शब्द हैं, ज़्यादा से ज़्यादा $3 हो सकते हैं।',
  ],
  [
    /^Use plainer words in the (.*?): its reading grade is ([\d.]+), at most ([\d.]+) is allowed\./,
    '$1 में सरल शब्द लिखें: पढ़ने का स्तर $2 है, ज़्यादा से ज़्यादा $3 हो सकता है।',
  ],
];
