/**
 * What the backend and the contract say in English, in Hindi: whole sentences, as they stand there. Two that follow each
 * other are found one after the other. What isn't here is shown in English and marked as English.
 */
export const sentences: Readonly<Record<string, string>> = {
  'A paper of hers is at a printer, or may be. Let the print desk cancel it, or look and say what came of it. Then erase her records.':
    'इनका एक काग़ज़ प्रिंटर पर है, या हो सकता है। छपाई काउंटर उसे रोके, या देखकर बताए कि क्या हुआ। फिर इनके रिकॉर्ड मिटाएँ।',
  // A second computer.
  'This computer’s way in was taken away.': 'इस कंप्यूटर का रास्ता बंद किया गया है।',
  'This is done at the clinic’s own computer, not at this one.': 'यह क्लिनिक के अपने कंप्यूटर पर होता है, इस पर नहीं।',
  'The sample clinic has no second computer. Set up your own clinic; then one can be added.':
    'नमूना क्लिनिक में दूसरा कंप्यूटर नहीं होता। अपना क्लिनिक बनाएँ, फिर जोड़ सकते हैं।',
  'No computer could reach this one now. See above what is in the way, then ask for a code again.':
    'अभी कोई कंप्यूटर यहाँ नहीं पहुँच सकता। ऊपर देखें कि क्या रुकावट है, फिर दोबारा कोड माँगें।',
  'This address can be reached from outside of the clinic, or is none. Choose one of the clinic’s own network.':
    'इस पते तक क्लिनिक के बाहर से पहुँचा जा सकता है, या यह पता ही नहीं है। क्लिनिक के अपने नेटवर्क का पता चुनें।',
  'This computer doesn’t have this address. Choose one from the list.': 'इस कंप्यूटर का यह पता नहीं है। सूची में से चुनें।',
  'The network doesn’t let this address be used. Check the cable or the radio network.':
    'नेटवर्क यह पता काम में नहीं लेने देता। तार या वाई-फ़ाई देखें।',
  'This computer isn’t paired any more. Look at the list again.': 'यह कंप्यूटर अब जुड़ा नहीं है। सूची फिर से देखें।',
  'Use a number from 1024 to 65535.': '1024 से 65535 के बीच का नंबर लिखें।',
  // Slips, labels, test pages, the history of printing.
  'No date is known on which she is expected. A doctor sets it in her visit.': 'उनके आने की कोई तारीख़ पता नहीं है। डॉक्टर उसे मुलाक़ात में लिखते हैं।',
  'This printer has stopped. Fix it first, or choose another one.': 'यह प्रिंटर रुका है। पहले उसे ठीक करें, या दूसरा चुनें।',
  'The printer can’t be reached, and nothing was sent. Switch it on, or choose another one, and press Print again.':
    'प्रिंटर तक पहुँच नहीं है, और कुछ नहीं भेजा गया। उसे चालू करें, या दूसरा चुनें, फिर दोबारा छापें।',
  'The printer did not take it, and nothing was printed. Choose another printer, or save it as a file.':
    'प्रिंटर ने इसे नहीं लिया, और कुछ नहीं छपा। दूसरा प्रिंटर चुनें, या फ़ाइल में सहेजें।',
  'The printer did not answer. It may have come out: go and look first, and print it again only if it is not there.':
    'प्रिंटर ने जवाब नहीं दिया। हो सकता है कि छप गया हो: पहले जाकर देखें, और न मिले तभी दोबारा छापें।',
  'More than 100,000 rows match. Choose fewer days and save them in parts.': '1,00,000 से ज़्यादा लाइनें मिलती हैं। कम दिन चुनें और हिस्सों में सहेजें।',
  // What is wrong with a field.
  'Fill this in.': 'इसे भरें।',
  'This is missing. Fill it in.': 'यह बाक़ी है। इसे भरें।',
  'Use 4 to 8 digits.': '4 से 8 अंक लिखें।',
  'Choose at least one role.': 'कम से कम एक भूमिका चुनें।',
  'Use at least 10 characters.': 'कम से कम 10 अक्षर लिखें।',
  'Say what this person may do.': 'लिखें कि ये क्या कर सकते हैं।',
  'Say how she agreed: on the signed paper, or after it was read to her.': 'लिखें कि वे कैसे मानीं: काग़ज़ पर दस्तख़त करके, या पढ़कर सुनाने के बाद।',
  'Write a date as YYYY-MM-DD.': 'पूरी तारीख़ लिखें: दिन, महीना और साल।',
  'Write a time as HH:MM, 24 hours.': 'समय 24 घंटे की घड़ी से लिखें, जैसे 18:30।',
  'Write a text here.': 'यहाँ शब्द लिखें।',
  'Write a number here.': 'यहाँ संख्या लिखें।',
  'Write a whole number here.': 'यहाँ पूरी संख्या लिखें।',
  'This has the wrong type.': 'यह यहाँ नहीं लिखा जा सकता।',
  'This is not written in the form that is asked for.': 'यह उस तरह नहीं लिखा, जैसे चाहिए।',
  'This is not one of the forms that are allowed here.': 'यह यहाँ नहीं लिखा जा सकता।',
  'This is not allowed here.': 'यह यहाँ नहीं लिखा जा सकता।',
  'Name each choice once.': 'हर विकल्प एक ही बार चुनें।',
  'Write the reason in your own words.': 'वजह अपने शब्दों में लिखें।',
  'Write the name of this test.': 'इस जाँच का नाम लिखें।',
  'The topic has no words in this language. Choose another one.': 'विषय के शब्द इस भाषा में नहीं हैं। दूसरी चुनें।',
  'The topic has no such common question. Remove it.': 'विषय में ऐसा आम सवाल नहीं है। इसे हटाएँ।',
  'The topic has no such criterion. Remove it.': 'विषय में ऐसी शर्त नहीं है। इसे हटाएँ।',
  'This text holds a control character. Type it again instead of pasting it.': 'इसमें ऐसा निशान है, जो छप नहीं सकता। पेस्ट न करें, फिर से लिखें।',
  'This text holds an invisible character. Type it again instead of pasting it.': 'इसमें एक छिपा निशान है। पेस्ट न करें, फिर से लिखें।',
  'An asterisk (*) can’t be printed: it makes type bold. Leave it out.': 'तारा (*) नहीं छपता: उससे अक्षर मोटे होते हैं। उसे हटाएँ।',
  'Emoji can’t be printed. Use words instead.': 'इमोजी नहीं छपते। शब्द लिखें।',
  'These letters can’t be printed. Use English letters, or those of an Indian language.':
    'ये अक्षर नहीं छपते। अंग्रेज़ी या किसी भारतीय भाषा के अक्षर लिखें।',
  'There is no such time zone. Use a name such as Asia/Kolkata.': 'ऐसा टाइम ज़ोन नहीं है। जैसे Asia/Kolkata लिखें।',
  'Write a phone number with digits, spaces and an optional + in front.': 'फ़ोन नंबर अंकों में लिखें; बीच में जगह और आगे + चल सकता है।',
  'Write the phone number with digits only. A + in front and spaces are fine.': 'फ़ोन नंबर सिर्फ़ अंकों में लिखें। आगे + और बीच में जगह चल सकती है।',
  'Write the country’s code and the whole number after the +, such as +977 98 1234 5678.':
    '+ के बाद देश का कोड और पूरा नंबर लिखें, जैसे +977 98 1234 5678।',
  'No number has a 0 there. Write its ten digits after +91 or 0.': 'वहाँ 0 नहीं होता। +91 या 0 के बाद दस अंक लिखें।',
  'There is nothing to save yet. Fill in the protocol first.': 'अभी सेव करने को कुछ नहीं है। पहले प्रोटोकॉल भरें।',
  'This holds a date. A saved protocol never does: it is used for other patients. Say it without the date.':
    'इसमें तारीख़ है। सेव किया प्रोटोकॉल दूसरी मरीज़ों के लिए भी है: तारीख़ के बिना लिखें।',
  'One of your protocols has this name. Choose another name.': 'आपके एक प्रोटोकॉल का यही नाम है। दूसरा नाम चुनें।',
  'A doctor needs a registration number: it stands on every paper.': 'डॉक्टर का रजिस्ट्रेशन नंबर चाहिए: वह हर काग़ज़ पर छपता है।',
  'Somebody of this name signs in here already. Add an initial or a second name.':
    'इस नाम से कोई पहले से साइन इन करता है। दूसरा नाम या अक्षर जोड़ें।',
  'Another patient has this record number. Look at that patient first, or correct the number.':
    'यह रिकॉर्ड नंबर दूसरी मरीज़ का है। पहले उन्हें देखें, या नंबर ठीक करें।',
  'This is the password that you have now. Choose another one.': 'यह आपका अभी का पासवर्ड है। दूसरा चुनें।',
  'This is not her record number. Look at whose page this is, and type it again.':
    'यह उनका रिकॉर्ड नंबर नहीं है। देखें कि यह किसका पन्ना है, और फिर लिखें।',
  'The time for which her records are kept is not over. To erase them now, give a reason of its own.':
    'उनके रिकॉर्ड रखने का समय पूरा नहीं हुआ। अभी मिटाने हों, तो अलग वजह लिखें।',
  'This reason is kept, and it tells who she was. Leave out her name and her numbers.':
    'यह वजह रखी जाती है, और इससे पता चलता है कि वे कौन थीं। उनका नाम और नंबर न लिखें।',
  'Give the whole path of the folder, from the drive on.': 'फ़ोल्डर का पूरा पाथ लिखें, ड्राइव से।',
  'This folder isn’t there. Plug in the stick, or check the path.': 'यह फ़ोल्डर नहीं मिला। स्टिक लगाएँ, या पाथ देखें।',
  'This folder isn’t there.': 'यह फ़ोल्डर नहीं मिला।',
  'This is a file. Choose a folder.': 'यह फ़ाइल है। फ़ोल्डर चुनें।',
  'This folder lies inside the clinic’s own. Choose one on another disk.': 'यह फ़ोल्डर क्लिनिक के फ़ोल्डर के अंदर है। दूसरी डिस्क पर चुनें।',
  'This folder can’t be written. Choose another one, or unlock the stick.': 'इस फ़ोल्डर में लिखा नहीं जा सकता। दूसरा चुनें, या स्टिक का ताला खोलें।',

  // Signing in, covering, people.
  'Sign in first.': 'पहले साइन इन करें।',
  'This password is wrong.': 'पासवर्ड ग़लत है।',
  'Your own password is wrong.': 'आपका पासवर्ड ग़लत है।',
  'This recovery key is wrong. Check each group against the printed key.': 'रिकवरी कुंजी ग़लत है। हर हिस्सा छपी कुंजी से मिलाएँ।',
  'The recovery key holds a sign that is never in one: it has only digits and letters, and no U.':
    'इसमें ऐसा निशान है, जो कुंजी में नहीं होता: उसमें सिर्फ़ अंक और अक्षर होते हैं, U नहीं।',
  'This recovery key belongs to another clinic, or has been replaced by a newer one.': 'यह कुंजी दूसरे क्लिनिक की है, या इसकी जगह नई बन चुकी है।',
  'Your password was set by somebody else. Change it first; then go on.': 'आपका पासवर्ड किसी और ने रखा था। पहले उसे बदलें, फिर आगे बढ़ें।',
  'This PIN was wrong three times. Sign in with your password.': 'पिन तीन बार ग़लत था। पासवर्ड से साइन इन करें।',
  'This window isn’t covered any more. Sign in with your password.': 'यह विंडो अब ढकी नहीं है। पासवर्ड से साइन इन करें।',
  'There is a clinic on this computer already. Sign in to it.': 'इस कंप्यूटर पर क्लिनिक पहले से है। उसमें साइन इन करें।',
  'Somebody is signed in to the clinic. Sign out everywhere to open the sample clinic.':
    'क्लिनिक में कोई साइन इन है। नमूना क्लिनिक खोलने के लिए सब जगह साइन आउट करें।',
  'Somebody is signed in to the clinic. Ask an administrator to restore, or sign out everywhere first.':
    'क्लिनिक में कोई साइन इन है। एडमिनिस्ट्रेटर से वापस लाने को कहें, या पहले सब जगह साइन आउट करें।',
  'The sample clinic has one person and no passwords. Set up your own clinic to add and change people.':
    'नमूना क्लिनिक में एक ही व्यक्ति है, पासवर्ड नहीं। लोग जोड़ने या बदलने के लिए अपना क्लिनिक बनाएँ।',
  'The sample clinic has no password, so there is nothing to cover. Sign out instead.':
    'नमूना क्लिनिक में पासवर्ड नहीं है, इसलिए ढकने को कुछ नहीं। साइन आउट करें।',
  'The sample clinic isn’t backed up: nothing real belongs there.': 'नमूना क्लिनिक का बैकअप नहीं बनता: उसमें कुछ असली नहीं है।',
  'The sample clinic has its own approval and takes no real one.': 'नमूना क्लिनिक की अपनी मंज़ूरी है और वह असली मंज़ूरी नहीं लेता।',
  'This is your own password. Change it under your own name.': 'यह आपका अपना पासवर्ड है। इसे अपने नाम से बदलें।',
  'This person doesn’t sign in here any more. Look at the list again.': 'ये अब यहाँ साइन इन नहीं करते। सूची फिर देखें।',
  'The clinic needs an administrator, and this is the last one. Make somebody else an administrator first.':
    'क्लिनिक को एडमिनिस्ट्रेटर चाहिए, और ये आख़िरी हैं। पहले किसी और को एडमिनिस्ट्रेटर बनाएँ।',

  // Visits and papers.
  'Some of what was sent can’t be used. Mend the fields named below.': 'जो भेजा, उसमें से कुछ नहीं चल सकता। जिन जगहों पर निशान है, उन्हें ठीक करें।',
  'Somebody else changed this in the meantime. Look at both and choose.': 'इस बीच किसी और ने इसे बदला है। दोनों देखें और चुनें।',
  'The decision and the protocol are the doctor’s. Ask a doctor to fill this in; nothing was saved.':
    'फ़ैसला और प्रोटोकॉल डॉक्टर के हैं। डॉक्टर से भरने को कहें; कुछ सेव नहीं हुआ।',
  'This answer can’t be used.': 'यह जवाब नहीं चल सकता।',
  'Something is still missing before this can be final. It is marked on the page that shows everything.':
    'पक्का करने से पहले कुछ बाक़ी है। “सब कुछ जाँचें” पन्ने पर निशान लगा है।',
  'No doctor of this clinic has a registration number yet. Add it in the settings.':
    'इस क्लिनिक के किसी डॉक्टर का रजिस्ट्रेशन नंबर नहीं है। सेटिंग में जोड़ें।',
  'Your sign-in has no registration number. Add it in the settings first.': 'आपके नाम के साथ रजिस्ट्रेशन नंबर नहीं है। पहले सेटिंग में जोड़ें।',
  'This consultation is final already. Its paper is in the list of handouts.': 'यह मुलाक़ात पहले से पक्की है। उसका काग़ज़ सूची में है।',
  'This version was made before clinic copies were kept.': 'यह काग़ज़ तब का है जब क्लिनिक की कॉपी नहीं रखी जाती थी।',
  'The next version of this paper has one.': 'इसके बाद बने काग़ज़ में होगी।',
  'This consultation is final already; its handout is in the list.': 'यह मुलाक़ात पहले से पक्की है; उसका काग़ज़ सूची में है।',
  'This consultation is final; its answers don’t change any more.': 'यह मुलाक़ात पक्की है; इसके जवाब अब नहीं बदलते।',
  'This consultation is not final yet. Change the answer itself; there is no paper to replace.':
    'यह मुलाक़ात अभी पक्की नहीं है। जवाब ही बदलें; बदलने को कोई काग़ज़ नहीं।',
  'This consultation has no final paper yet, so there is nothing to amend.': 'इस मुलाक़ात का अभी कोई पक्का काग़ज़ नहीं है, इसलिए सुधारने को कुछ नहीं।',
  'This consultation isn’t in the records.': 'यह मुलाक़ात रिकॉर्ड में नहीं है।',
  'This patient isn’t in the records.': 'यह मरीज़ रिकॉर्ड में नहीं हैं।',
  'This changes nothing on the paper, so there is nothing to replace.': 'इससे काग़ज़ पर कुछ नहीं बदलता, इसलिए बदलने को कुछ नहीं।',
  'This call isn’t in the list any more. Look at the list again.': 'यह फ़ोन अब सूची में नहीं है। सूची फिर देखें।',
  'She called by herself: there is nothing to put back on the list.': 'उन्होंने ख़ुद फ़ोन किया था: सूची में वापस रखने को कुछ नहीं है।',
  'This paper isn’t in the queue any more.': 'यह काग़ज़ अब सूची में नहीं है।',
  'This paper isn’t in the clinic’s records.': 'यह काग़ज़ क्लिनिक के रिकॉर्ड में नहीं है।',
  'Somebody else, or the printer, was faster with this paper. Look at it in the list, then choose again.':
    'इस काग़ज़ पर आपसे पहले किसी और ने, या प्रिंटर ने, कुछ कर दिया। सूची में देखें, फिर चुनें।',
  'This printer isn’t there any more. Choose another one.': 'यह प्रिंटर अब नहीं है। दूसरा चुनें।',
  'This isn’t the number in her record any more. Read her the one that is there now.':
    'उनके रिकॉर्ड में अब यह नंबर नहीं है। जो नंबर अब लिखा है, वह उन्हें पढ़कर सुनाएँ।',
  'This paper isn’t in the records any more.': 'यह काग़ज़ अब रिकॉर्ड में नहीं है।',
  'What this paper was made from isn’t what it was when it was made final.': 'जिससे यह काग़ज़ बना था, वह अब वैसा नहीं है जैसा पक्का करते समय था।',
  'Choose the printer for papers in the settings first, or print them one by one.': 'पहले सेटिंग में काग़ज़ों का प्रिंटर चुनें, या एक-एक करके प्रिंट करें।',
  'First say that it came out all right; then hand it over.': 'पहले बताएँ कि काग़ज़ ठीक निकला; फिर सौंपें।',
  'She hasn’t named this person. Give it to herself, or to somebody whom she names first.':
    'उन्होंने इनका नाम नहीं दिया है। काग़ज़ उन्हें ही दें, या जिनका नाम वे पहले दें।',
  'Her record doesn’t have this. Ask for something that it has.': 'यह उनके रिकॉर्ड में नहीं है। वह पूछें, जो रिकॉर्ड में है।',
  'The clock of this computer is behind: something was recorded at a later time already. Set the date and time right, then make it final.':
    'इस कंप्यूटर की घड़ी पीछे है: इससे बाद के समय का कुछ पहले से लिखा है। तारीख़ और समय ठीक करें, फिर पक्का करें।',
  'The handout took too long to lay out. Shorten the questions and notes and try again.':
    'काग़ज़ बनाने में बहुत देर लगी। सवाल और नोट छोटे करके फिर कोशिश करें।',
  'The handout could not be laid out. Try again; if it fails again, shorten what was typed last.':
    'काग़ज़ नहीं बन सका। फिर कोशिश करें; फिर भी न बने, तो जो आख़िर में लिखा उसे छोटा करें।',
  'The handout could not be made because its renderer stopped. Try again.': 'काग़ज़ नहीं बन सका। फिर कोशिश करें।',
  'The handout could not be made because the clinic was locked. Sign in and try again.':
    'काग़ज़ नहीं बन सका, क्योंकि क्लिनिक पर ताला लग गया। साइन इन करके फिर कोशिश करें।',
  'The handout could not be made because the program is closing.': 'काग़ज़ नहीं बन सका, क्योंकि प्रोग्राम बंद हो रहा है।',
  'The page could not be laid out. Write the key down by hand, group by group.': 'पन्ना नहीं बन सका। कुंजी हाथ से लिख लें, एक-एक हिस्सा।',
  'This topic pack has no text in that language, so there is nothing to approve.':
    'इस विषय के शब्द उस भाषा में नहीं हैं, इसलिए मंज़ूर करने को कुछ नहीं।',
  'The topic doesn’t have this. Choose again, then save.': 'विषय में यह नहीं है। फिर चुनें, तब सेव करें।',
  'This protocol doesn’t fit the topic.': 'यह प्रोटोकॉल इस विषय का नहीं है।',
  'This protocol belongs to another topic.': 'यह प्रोटोकॉल दूसरे विषय का है।',
  'This protocol is not among yours any more. Close the list and open it again.': 'यह प्रोटोकॉल अब आपका नहीं है। सूची बंद करके फिर खोलें।',
  'Nothing of this protocol fits the topic any more. Remove it and save a new one.':
    'इस प्रोटोकॉल की कोई बात अब विषय में नहीं है। इसे हटाकर नया सेव करें।',

  // Backups and the records.
  'This backup is not there any more. Choose another one.': 'यह बैकअप अब नहीं है। दूसरा चुनें।',
  'This password doesn’t open the backup. It is the one from when the backup was made.':
    'इस पासवर्ड से बैकअप नहीं खुलता। वही पासवर्ड चाहिए, जो बैकअप के समय था।',
  'This recovery key doesn’t open the backup. Check each group against the printed key.':
    'इस कुंजी से बैकअप नहीं खुलता। हर हिस्सा छपी कुंजी से मिलाएँ।',
  'The backup has failed because of a fault inside the program. Try again, and keep a second copy of the folder meanwhile.':
    'प्रोग्राम की गड़बड़ी से बैकअप नहीं बना। फिर कोशिश करें, और तब तक फ़ोल्डर की दूसरी कॉपी रखें।',
  'This folder holds no whole backup.': 'इस फ़ोल्डर में पूरा बैकअप नहीं है।',
  'Choose another one.': 'दूसरा चुनें।',
  'This backup is damaged.': 'यह बैकअप ख़राब है।',
  'Choose an older or a newer one. The records have not been changed.': 'इससे पुराना या नया चुनें। रिकॉर्ड नहीं बदले हैं।',
  'The backup was stopped because the clinic was locked.': 'क्लिनिक बंद हुआ, इसलिए बैकअप रुक गया।',
  'The next one is made after signing in.': 'अगला साइन इन के बाद बनेगा।',
  'There isn’t enough room on this disk for a backup.': 'इस डिस्क पर बैकअप के लिए जगह कम है।',
  'This is a backup of another clinic.': 'यह दूसरे क्लिनिक का बैकअप है।',
  'This password doesn’t open the clinic.': 'इस पासवर्ड से क्लिनिक नहीं खुलता।',
  'Type it again, or use the printed recovery key.': 'फिर लिखें, या छपी रिकवरी कुंजी काम में लें।',
  'The file keyring.json is missing, and without it the records can’t be opened.':
    'फ़ाइल keyring.json नहीं मिल रही, और उसके बिना रिकॉर्ड नहीं खुलते।',
  'Put it back from the newest backup, beside clinic.db. Nothing has been changed or created.':
    'उसे सबसे नए बैकअप से clinic.db के पास वापस रखें। न कुछ बदला है, न नया बना है।',
  'The file keyring.json has been damaged or changed outside the program.': 'फ़ाइल keyring.json ख़राब है या प्रोग्राम के बाहर से बदली गई है।',
  'Put it back from the newest backup. Nothing has been changed.': 'उसे सबसे नए बैकअप से वापस रखें। कुछ नहीं बदला है।',
  'The file clinic.db is missing where the clinic’s records were kept.': 'जहाँ क्लिनिक के रिकॉर्ड थे, वहाँ फ़ाइल clinic.db नहीं है।',
  'If the folder was moved, move it back; otherwise restore the newest backup. No empty store has been created.':
    'फ़ोल्डर हटाया हो, तो वापस रखें; नहीं तो सबसे नया बैकअप वापस लाएँ। ख़ाली रिकॉर्ड नहीं बनाए गए।',
  'The file clinic.db is empty: its contents were lost outside the program.': 'फ़ाइल clinic.db ख़ाली है: उसमें जो था, वह प्रोग्राम के बाहर खो गया।',
  'Restore the newest backup. Nothing has been written to the file.': 'सबसे नया बैकअप वापस लाएँ। फ़ाइल में कुछ नहीं लिखा गया।',
  'The clinic’s records are damaged on the disk.': 'डिस्क पर क्लिनिक के रिकॉर्ड ख़राब हो गए हैं।',
  'Close the program, keep a copy of the folder as it is, and restore the newest backup. Have the disk checked.':
    'प्रोग्राम बंद करें, फ़ोल्डर जैसा है उसकी कॉपी रखें, और सबसे नया बैकअप वापस लाएँ। डिस्क दिखवाएँ।',
  'The clinic’s records were written by a newer version of Consultleaf.': 'क्लिनिक के रिकॉर्ड Consultleaf के नए संस्करण ने लिखे हैं।',
  'Start that newer version, or install it on this computer. Nothing has been changed.':
    'वह नया संस्करण खोलें, या इस कंप्यूटर पर लगाएँ। कुछ नहीं बदला है।',
  'Another running copy of Consultleaf has these records open.': 'Consultleaf की दूसरी खुली विंडो में ये रिकॉर्ड खुले हैं।',
  'Go to the window that is already open, or close it and try again.': 'जो विंडो खुली है, उस पर जाएँ, या उसे बंद करके फिर कोशिश करें।',
  'The disk is full, so the last change was not saved.': 'डिस्क भर गई है, इसलिए आख़िरी बदलाव सेव नहीं हुआ।',
  'Free some space on this disk and do it again.': 'इस डिस्क पर जगह ख़ाली करके फिर करें।',
  'The disk is full: nothing can be saved. Records can be read; who reads them is written down later.':
    'डिस्क भर गई है: कुछ सेव नहीं हो सकता। रिकॉर्ड पढ़े जा सकते हैं; किसने पढ़े, यह बाद में लिखा जाएगा।',
  'The folder with the clinic’s records can’t be written.': 'क्लिनिक के रिकॉर्ड के फ़ोल्डर में लिखा नहीं जा सकता।',
  'Give your account the right to write in this folder, or unlock the disk, and try again.':
    'अपने अकाउंट को इस फ़ोल्डर में लिखने का हक़ दें, या डिस्क का ताला खोलें, और फिर कोशिश करें।',
  'The newest changes are missing: the records are older than the last state that was sealed.':
    'सबसे नए बदलाव ग़ायब हैं: रिकॉर्ड आख़िरी पक्की हालत से पुराने हैं।',
  'Don’t go on working with them. Keep a copy of the folder as it is and restore the newest backup.':
    'इनके साथ आगे काम न करें। फ़ोल्डर जैसा है उसकी कॉपी रखें और सबसे नया बैकअप वापस लाएँ।',
  'The log of who did what has been changed outside the program.': '“किसने क्या किया” का लॉग प्रोग्राम के बाहर से बदला गया है।',
  'Keep a copy of the folder as it is, tell whoever answers for the records, and compare with a backup.':
    'फ़ोल्डर जैसा है उसकी कॉपी रखें, रिकॉर्ड के ज़िम्मेदार व्यक्ति को बताएँ, और बैकअप से मिलाएँ।',
  'This folder already holds a clinic’s records.': 'इस फ़ोल्डर में पहले से किसी क्लिनिक के रिकॉर्ड हैं।',
  'Open them with a password, or choose another folder. Nothing has been overwritten.':
    'उन्हें पासवर्ड से खोलें, या दूसरा फ़ोल्डर चुनें। कुछ नहीं बदला है।',
  'The clinic’s records are locked.': 'क्लिनिक के रिकॉर्ड बंद हैं।',
  'The disk did not take what was to be saved.': 'जो सेव करना था, डिस्क ने नहीं लिया।',
  'Check that it is plugged in and that your account has room left on it, and do it again.': 'देखें कि डिस्क लगी है और उस पर जगह है, और फिर करें।',
  'The part of the program that keeps the records has ended. Close the program and start it again; everything saved is kept.':
    'रिकॉर्ड रखने वाला हिस्सा बंद हो गया। प्रोग्राम बंद करके फिर खोलें; जो सेव था, वह सुरक्षित है।',

  'This backup was written by a newer version of Consultleaf.': 'यह बैकअप Consultleaf के नए संस्करण ने बनाया है।',
  'The file backup.json of this backup can’t be read.': 'इस बैकअप की फ़ाइल backup.json पढ़ी नहीं जाती।',
  'The file backup.json of this backup has been changed outside the program.': 'इस बैकअप की फ़ाइल backup.json प्रोग्राम के बाहर से बदली गई है।',
  'The copy doesn’t hold every row.': 'कॉपी में सब कुछ नहीं आया।',
  'The records in this backup are damaged.': 'इस बैकअप के रिकॉर्ड ख़राब हैं।',
  'The records in this backup don’t end where it says they do.': 'इस बैकअप के रिकॉर्ड वहाँ ख़त्म नहीं होते, जहाँ होने चाहिए।',
  'The log in this backup has been changed outside the program.': 'इस बैकअप का लॉग प्रोग्राम के बाहर से बदला गया है।',
  'The files of this backup belong to different clinics.': 'इस बैकअप की फ़ाइलें अलग-अलग क्लिनिकों की हैं।',
  'The files clinic.db and head.json don’t belong together: one of them is of another time.':
    'फ़ाइलें clinic.db और head.json साथ की नहीं हैं: एक किसी और समय की है।',
  'Look for it in the bin or in a copy of the folder and put it back. Otherwise keep a copy of the folder and restore the newest backup.':
    'उसे रीसाइकल बिन में या फ़ोल्डर की कॉपी में खोजें और वापस रखें। न मिले, तो फ़ोल्डर की कॉपी रखें और सबसे नया बैकअप वापस लाएँ।',
  'The file head.json is missing, so nobody can tell whether the newest changes are there.':
    'फ़ाइल head.json नहीं मिल रही, इसलिए पता नहीं चलता कि सबसे नए बदलाव हैं या नहीं।',
  'The file head.json belongs to the records of another clinic.': 'फ़ाइल head.json दूसरे क्लिनिक के रिकॉर्ड की है।',
  'The file head.json has been damaged or changed outside the program.': 'फ़ाइल head.json ख़राब है या प्रोग्राम के बाहर से बदली गई है।',
  'The records name no administrator.': 'रिकॉर्ड में किसी एडमिनिस्ट्रेटर का नाम नहीं है।',
  'Erased again after an older backup was put back.': 'पुराना बैकअप वापस लाने के बाद फिर मिटाया गया।',

  // Papers at the desk.
  'This version has no clinic copy: it was made before they were kept. Print it without.':
    'इस काग़ज़ की क्लिनिक की कॉपी नहीं है: यह तब बना, जब वह नहीं रखी जाती थी। उसके बिना छापें।',
  'This code can’t be used. Ask for a new one at the clinic’s computer.': 'यह कोड काम का नहीं है। क्लिनिक के कंप्यूटर पर नया माँगें।',
  'This computer is not paired.': 'यह कंप्यूटर जुड़ा नहीं है।',

  // Updates from a stick.
  'A part of this update is missing. Copy the whole folder onto the stick again.':
    'इस अपडेट का एक हिस्सा नहीं है। पूरा फ़ोल्डर फिर से पेन ड्राइव पर कॉपी करें।',
  'This update does not come from the makers of Consultleaf, or it was changed on the way. Don’t use it.':
    'यह अपडेट Consultleaf बनाने वालों का नहीं है, या रास्ते में बदला गया है। इसे काम में न लें।',
  'This update was made in a way that this program does not know. Install the program anew from its makers’ package.':
    'यह अपडेट ऐसे बना है, जिसे यह प्रोग्राम नहीं जानता। प्रोग्राम बनाने वालों के पैकेज से नया लगाएँ।',
  'A file of this update is damaged. Copy the whole folder onto the stick again.':
    'इस अपडेट की एक फ़ाइल ख़राब है। पूरा फ़ोल्डर फिर से पेन ड्राइव पर कॉपी करें।',
  'There is no update in this folder. Choose the folder that holds the file update.json.':
    'इस फ़ोल्डर में अपडेट नहीं है। वह फ़ोल्डर चुनें, जिसमें update.json नाम की फ़ाइल है।',
  'This update has no package for this kind of computer. Ask for the one that fits.':
    'इस अपडेट में इस तरह के कंप्यूटर का पैकेज नहीं है। सही वाला माँगें।',
  'This update needs a newer program than this one. Install the update before it first.':
    'यह अपडेट इससे नए प्रोग्राम पर लगता है। पहले इसके पहले वाला अपडेट लगाएँ।',
  'An update is being checked already. Wait until that is done.': 'एक अपडेट की जाँच चल रही है। पूरी होने तक रुकें।',
  'Sign in to your own clinic: its records are backed up before an update.':
    'अपने क्लिनिक में साइन इन करें: अपडेट से पहले उसके रिकॉर्ड का बैकअप होता है।',
  // What a window may ask, and what of a visit.
  'The patient’s window shows her screen, and may do nothing else.': 'मरीज़ की विंडो सिर्फ़ उनकी स्क्रीन दिखाती है, और कुछ नहीं करती।',
  'Only the patient’s own window may ask this.': 'यह सिर्फ़ मरीज़ की अपनी विंडो माँग सकती है।',
  'This part of the topic can’t be shown in this language. Choose another section.':
    'विषय का यह हिस्सा इस भाषा में नहीं दिख सकता। दूसरा हिस्सा चुनें।',
  'This request can’t be read.': 'यह अनुरोध पढ़ा नहीं जा सका।',
  'A follow-up goes on from a final visit of the same patient and topic. Open her page and choose again.':
    'फ़ॉलो-अप उसी मरीज़ और उसी विषय की पक्की मुलाक़ात से आगे बढ़ता है। उनका पेज खोलें और फिर चुनें।',
  'This version was made before clinic copies were kept. The next version of this paper has one.':
    'यह काग़ज़ तब बना, जब क्लिनिक की कॉपी नहीं रखी जाती थी। इसके बाद बने काग़ज़ में वह होगी।',
  'The sheet has fewer labels than that.': 'शीट पर इतने लेबल नहीं हैं।',
  'Answer with true (yes) or false (no).': 'हाँ या नहीं में जवाब दें।',
  'This record code is in use. Start again.': 'यह रिकॉर्ड कोड पहले से है। फिर से शुरू करें।',
  'The package of this release isn’t kept here. Plug in the stick with it and choose it again.':
    'इसका पैकेज यहाँ नहीं रखा है। पेन ड्राइव लगाएँ और फिर से चुनें।',
};

/** Sentences with something in them; `$1`, `$2` are what stands there. */
export const forms: readonly (readonly [english: RegExp, hindi: string])[] = [
  [
    /^This topic can’t be printed in \S+ yet: .*? not translated, or the English has changed since \((.*?)(?: and \d+ more)?\)\. Choose another language for the paper\./,
    'यह विषय अभी इस भाषा में नहीं छप सकता: कुछ शब्दों का अनुवाद नहीं हुआ, या उनकी अंग्रेज़ी बदल गई है ($1)। काग़ज़ के लिए दूसरी भाषा चुनें।',
  ],
  [/^Your sign-in doesn’t allow this\. Ask a doctor\./, 'आपके साइन-इन को इसकी अनुमति नहीं है। डॉक्टर से कहें।'],
  [/^Your sign-in doesn’t allow this\. Ask an administrator\./, 'आपके साइन-इन को इसकी अनुमति नहीं है। एडमिनिस्ट्रेटर से कहें।'],
  [/^Your sign-in doesn’t allow this\. Ask a doctor or administrator\./, 'आपके साइन-इन को इसकी अनुमति नहीं है। डॉक्टर या एडमिनिस्ट्रेटर से कहें।'],
  [/^Your sign-in doesn’t allow this\. Ask a doctor or counsellor\./, 'आपके साइन-इन को इसकी अनुमति नहीं है। डॉक्टर या काउंसलर से कहें।'],
  [
    /^Your sign-in doesn’t allow this\. Ask a doctor or counsellor or reception\./,
    'आपके साइन-इन को इसकी अनुमति नहीं है। डॉक्टर, काउंसलर या रिसेप्शन से कहें।',
  ],
  [/^More than ([\d,]+) rows match\. Choose fewer days and export them in parts\./, '$1 से ज़्यादा लाइनें मिलती हैं। कम दिन चुनें और हिस्सों में सहेजें।'],
  [
    /^Another program uses number (\d+)\. Choose another number, such as (\d+)\./,
    'नंबर $1 कोई दूसरा प्रोग्राम काम में ले रहा है। दूसरा नंबर चुनें, जैसे $2।',
  ],
  [
    /^This computer’s address has changed: (\S+) isn’t there any more\. If it doesn’t come back, choose the new address below\./,
    'इस कंप्यूटर का पता बदल गया है: $1 अब नहीं है। वह वापस न आए तो नीचे नया पता चुनें।',
  ],
  [/^Use at most (\d+) characters, so that it fits on the paper\./, 'ज़्यादा से ज़्यादा $1 अक्षर लिखें, ताकि काग़ज़ पर आ जाए।'],
  [/^Use at most (\d+) entries\./, 'ज़्यादा से ज़्यादा $1 लिखें।'],
  [/^Use at most ([\d.]+)\./, 'ज़्यादा से ज़्यादा $1 लिखें।'],
  [/^Use at least ([\d.]+)\./, 'कम से कम $1 लिखें।'],
  [/^Use more than ([\d.]+)\./, '$1 से ज़्यादा लिखें।'],
  [/^Give at least (\d+)\./, 'कम से कम $1 लिखें।'],
  [/^Use steps of ([\d.]+)\./, '$1 के क़दमों में लिखें।'],
  [/^Write a whole number from (\d+) to (\d+)\./, 'पूरी संख्या लिखें, $1 से $2 तक।'],
  [/^This PIN is wrong\. One try is left; then the password is asked for\./, 'पिन ग़लत है। एक कोशिश बाक़ी; फिर पासवर्ड माँगा जाएगा।'],
  [/^This PIN is wrong\. (\d+) tries are left; then the password is asked for\./, 'पिन ग़लत है। $1 कोशिशें बाक़ी; फिर पासवर्ड माँगा जाएगा।'],
  [/^The recovery key has (\d+) letters and digits; (\d+) were typed\./, 'रिकवरी कुंजी में $1 अक्षर और अंक होते हैं; $2 लिखे गए।'],
  [/^Group (\d+) of (\d+) of the recovery key has a mistake: compare it with the paper\./, 'कुंजी के $2 में से हिस्सा $1 में ग़लती है: काग़ज़ से मिलाएँ।'],
  [
    /^Something went wrong inside the program\. Try again; if it happens again, tell us the number (\S+)\./,
    'प्रोग्राम में कुछ गड़बड़ हुई। फिर कोशिश करें; दोबारा हो, तो हमें नंबर $1 बताएँ।',
  ],
  [
    /^In the log of who did what, row (\d+) was changed outside the program\./,
    '“किसने क्या किया” के लॉग की लाइन $1 प्रोग्राम के बाहर से बदली गई है।',
  ],
  [
    /^In the log of who did what, row (\d+) is missing: it was removed outside the program\./,
    '“किसने क्या किया” के लॉग की लाइन $1 नहीं है: वह प्रोग्राम के बाहर से हटाई गई है।',
  ],
  [/^In the log of who did what, row (\d+) was not written by the program\./, '“किसने क्या किया” के लॉग की लाइन $1 प्रोग्राम ने नहीं लिखी।'],
  [
    /^The end of the log of who did what was cut off outside the program: rows? ([\d to]+?) (?:is|are) missing\./,
    '“किसने क्या किया” के लॉग का अंत प्रोग्राम के बाहर से काटा गया है: ये लाइनें नहीं हैं: $1।',
  ],
  [
    /^The records are older than the last state that was sealed: rows? ([\d to]+?) of the log, and what was done then, (?:is|are) missing\./,
    'रिकॉर्ड आख़िरी पक्की हालत से पुराने हैं: लॉग की ये लाइनें, और तब जो हुआ, वह नहीं है: $1।',
  ],
  [/^The file (\S+) of this backup has been damaged or changed\./, 'इस बैकअप की फ़ाइल $1 ख़राब है या बदली गई है।'],
  [/^This folder holds no whole backup: (.*?) is missing\./, 'इस फ़ोल्डर में पूरा बैकअप नहीं है: ये नहीं हैं: $1।'],
  [/^Version (\d+) is this paper in that language\. Use that one\./, 'उस भाषा में यह काग़ज़ नंबर $1 है। उसे काम में लें।'],
  [
    /^No doctor has approved the words of this topic in Hindi yet\. A doctor does that in the settings, under Topics\./,
    'इस विषय के हिंदी शब्दों को अभी किसी डॉक्टर ने मंज़ूर नहीं किया है। डॉक्टर यह सेटिंग में, विषयों के नीचे करते हैं।',
  ],
  [
    /^No doctor has approved the words of this topic in English yet\. A doctor does that in the settings, under Topics\./,
    'इस विषय के अंग्रेज़ी शब्दों को अभी किसी डॉक्टर ने मंज़ूर नहीं किया है। डॉक्टर यह सेटिंग में, विषयों के नीचे करते हैं।',
  ],
  [
    /^The stored handout isn’t the one that was made final: its bytes have changed\./,
    'जो काग़ज़ रखा है, वह वही नहीं जो पक्का किया गया था: उसके बाइट बदल गए हैं।',
  ],
  [
    /^The stored clinic copy isn’t the one that was made final: its bytes have changed\./,
    'क्लिनिक की जो कॉपी रखी है, वह वही नहीं जो पक्की की गई थी: उसके बाइट बदल गए हैं।',
  ],
  [
    /^The stored marked paper isn’t the one that was made final: its bytes have changed\./,
    'निशान वाला जो काग़ज़ रखा है, वह वही नहीं जो बनाया गया था: उसके बाइट बदल गए हैं।',
  ],
  [/^Version (\d+) replaces this paper\. Open that one and use it\./, 'इसकी जगह काग़ज़ नंबर $1 है। उसे खोलकर काम में लें।'],
  [/^Version (\d+) replaces this paper\. Print that one\./, 'इसकी जगह काग़ज़ नंबर $1 है। उसे प्रिंट करें।'],
  [/^Version (\d+) replaces this paper\. Print that one, and throw this one away\./, 'इसकी जगह काग़ज़ नंबर $1 है। उसे प्रिंट करें और यह काग़ज़ फेंक दें।'],
  [/^This [\w ]+ is not here\. Go back to the list and choose again\./, 'यह यहाँ नहीं है। सूची पर वापस जाकर फिर चुनें।'],
];
