import type { followUp as english } from '../en/followUp.ts';

/** Words of a follow-up: starting it, what is still right, and what has changed since. */
export const followUp = {
  'followUp.start': 'अगली मुलाक़ात शुरू करें',
  'followUp.startFrom': '{date} से आगे',
  'followUp.startOf': 'अगली मुलाक़ात शुरू करें: {title}, {date} से आगे',

  'since.title': '{date} की मुलाक़ात के बाद',
  'since.short': '{date} के बाद',
  'since.lead': 'जो तब सही था, वह आपके पक्का करने तक इस मुलाक़ात में नहीं आता। फ़ैसला, ख़ुराक, शुरू और बंद नए सिरे से पूछे जाते हैं।',
  'since.command': 'पिछली मुलाक़ात के बाद क्या बदला',
  'since.left': '{count, plural, =0 {पूरा} other {# बाक़ी}}',
  'since.allDone': 'सब देख लिए',
  'since.loadFailed': 'पिछली मुलाक़ात पढ़ी नहीं जा सकी।',
  'since.topicChanged': 'विषय तब से बदल गया है: तब संस्करण {before}, अब संस्करण {now}। जो अब दूसरे शब्दों में पूछा जाता है, उस पर निशान है।',

  'since.still': 'क्या यह अब भी सही है?',
  'since.stillText': 'उनसे पूछें। जो अब भी सही है, उस पर निशान लगाएँ; बाक़ी को उसकी जगह पर बदलें।',
  'since.stillAll': '{count, plural, one {बिना निशान वाला एक अब भी सही है} other {बिना निशान वाले सभी # अब भी सही हैं}}',
  'since.stillAllText': 'इससे सिर्फ़ उनके बारे में जो पता है उस पर निशान लगता है, योजना पर कभी नहीं।',
  'since.plan': 'योजना का हिस्सा: हर एक अलग से',
  'since.planText': 'ये ख़ुराक और फ़ैसले से जुड़े हैं। पहले फ़ैसला करें; फिर जो वैसा ही रहे उस पर निशान लगाएँ।',
  'since.what': 'क्या',
  'since.then': '{date} को',
  'since.now': 'इस मुलाक़ात में',
  'since.confirm': 'अब भी सही',
  'since.confirmOf': 'अब भी सही: {what}',
  'since.changed': 'बदला',
  'since.change': 'बदलें',
  'since.reworded': 'विषय इसे अब दूसरे शब्दों में पूछता है। फिर से पढ़ें।',
  'since.doctors': 'इसे डॉक्टर पक्का करते हैं।',
  'since.confirmed': '{count, plural, one {एक जवाब पक्का हुआ।} other {# जवाब पक्के हुए।}}',
  'since.nothing': 'पिछली मुलाक़ात में ऐसा कुछ नहीं जो पक्का किया जा सके।',

  'since.again': 'फिर से पूछें',
  'since.again.notKnown': '{date} को पता नहीं था',
  'since.again.gone': 'विषय अब यह नहीं पूछता',
  'since.again.otherType': 'विषय अब इसे दूसरी तरह पूछता है',
  'since.again.noLongerFits': 'विषय अब यह जवाब नहीं लेता',
  'since.again.answered': 'अब जवाब मिल गया',
  'since.again.open': 'पूछें',
  'since.again.openOf': 'पूछें: {what}',

  'since.questions': 'उनके सवाल जिनका जवाब बाक़ी था',
  'since.questions.who': '{who} को जवाब देना था।',
  'since.questions.nobody': 'जवाब किसे देना था, यह लिखा नहीं था।',
  'since.questions.take': 'इस मुलाक़ात में लें',
  'since.questions.takeOf': 'इस मुलाक़ात में लें: {question}',

  'since.changes': 'क्या बदलता है',
  'since.changesText': 'यह आपके जवाबों के साथ बदलता है। पिछली योजना से कुछ भी अपने आप नहीं भरा जाता।',
  'since.open': 'अभी नहीं भरा',
  'since.none': 'कुछ नहीं',
  'since.same': 'वही',

  'since.last': '{date} को',
  'since.lastOf': 'पिछली मुलाक़ात, {date}',
} as const satisfies Record<keyof typeof english, string>;
