/** Women's given names as they are spelt in both scripts. */
export const GIVEN: readonly (readonly [latin: string, devanagari: string])[] = pairs(`
Sunita सुनीता|Anita अनीता|Geeta गीता|Seema सीमा|Reena रीना|Meena मीना|Neelam नीलम|Poonam पूनम|Kiran किरण|Suman सुमन
Pooja पूजा|Aarti आरती|Jyoti ज्योति|Priya प्रिया|Neha नेहा|Ritu रितु|Preeti प्रीति|Rekha रेखा|Lata लता|Usha उषा
Asha आशा|Maya माया|Radha राधा|Sita सीता|Kamla कमला|Vimla विमला|Sharda शारदा|Savitri सावित्री|Gayatri गायत्री|Lakshmi लक्ष्मी
Saraswati सरस्वती|Parvati पार्वती|Durga दुर्गा|Shanti शांति|Mamta ममता|Babita बबीता|Kavita कविता|Sangeeta संगीता|Mala माला|Urmila उर्मिला
Sarita सरिता|Nirmala निर्मला|Pushpa पुष्पा|Manju मंजू|Anju अंजू|Renu रेनू|Meenu मीनू|Rani रानी|Rajni रजनी|Chandni चाँदनी
Shweta श्वेता|Swati स्वाति|Deepa दीपा|Deepika दीपिका|Nisha निशा|Ekta एकता|Sandhya संध्या|Vandana वंदना|Archana अर्चना|Aparna अपर्णा
Divya दिव्या|Kavya काव्या|Ananya अनन्या|Shreya श्रेया|Sneha स्नेहा|Isha ईशा|Ayesha आयशा|Fatima फ़ातिमा|Zeenat ज़ीनत|Shabana शबाना
Rukhsana रुख़साना|Nasreen नसरीन|Parveen परवीन|Yasmin यास्मीन|Salma सलमा|Razia रज़िया|Shaheen शाहीन|Tabassum तबस्सुम|Noor नूर|Khadija ख़दीजा
Harpreet हरप्रीत|Gurpreet गुरप्रीत|Manpreet मनप्रीत|Jasleen जसलीन|Simran सिमरन|Amrit अमृत|Paramjit परमजीत|Kulwinder कुलविंदर|Rajwinder राजविंदर|Surjit सुरजीत
Shakuntala शकुंतला|Bhagwati भगवती|Phoolmati फूलमती|Ramkali रामकली|Dhanno धन्नो|Chameli चमेली|Bimla बिमला|Santosh संतोष|Krishna कृष्णा|Tulsi तुलसी
Janki जानकी|Ganga गंगा|Yamuna यमुना|Kaveri कावेरी|Godavari गोदावरी|Narmada नर्मदा|Bharti भारती|Shobha शोभा|Sudha सुधा|Vidya विद्या
Madhu मधु|Madhuri माधुरी|Padma पद्मा|Prabha प्रभा|Pratibha प्रतिभा|Pramila प्रमिला|Sheela शीला|Leela लीला|Ila इला|Uma उमा
Rama रमा|Hema हेमा|Prema प्रेमा|Nalini नलिनी|Malini मालिनी|Rohini रोहिणी|Mohini मोहिनी|Yogita योगिता|Lalita ललिता|Namrata नम्रता
Smita स्मिता|Sushma सुषमा|Reshma रेशमा|Karishma करिश्मा|Garima गरिमा|Mahima महिमा|Purnima पूर्णिमा|Tara तारा|Chanda चंदा|Champa चंपा
Bindu बिंदु|Indu इंदु|Sindhu सिंधु|Komal कोमल|Payal पायल|Kajal काजल|Muskan मुस्कान|Khushboo ख़ुशबू|Roshni रोशनी|Jaya जया
Vijaya विजया|Jayanti जयंती|Jayshree जयश्री|Bhavna भावना|Kalpana कल्पना|Ranjana रंजना|Sadhana साधना|Aradhana आराधना|Rachna रचना|Sapna सपना
Aishwarya ऐश्वर्या|Shailaja शैलजा|Gauri गौरी|Kaushalya कौशल्या|Draupadi द्रौपदी|Mausami मौसमी|Saumya सौम्या|Mythili मैथिली|Vaishali वैशाली|Chaitra चैत्रा`);

/** Family names and what stands in their place; an empty one: she uses a single name. */
export const FAMILY: readonly (readonly [latin: string, devanagari: string])[] = pairs(`
Devi देवी|Devi देवी|Devi देवी|Devi देवी|Kumari कुमारी|Kumari कुमारी|Bai बाई|Begum बेगम|Khatoon ख़ातून|Kaur कौर
Sharma शर्मा|Verma वर्मा|Gupta गुप्ता|Singh सिंह|Yadav यादव|Mishra मिश्रा|Pandey पांडे|Tiwari तिवारी|Dubey दुबे|Chaubey चौबे
Joshi जोशी|Patel पटेल|Shah शाह|Mehta मेहता|Desai देसाई|Kulkarni कुलकर्णी|Patil पाटिल|Shinde शिंदे|Jadhav जाधव|More मोरे
Khan ख़ान|Ansari अंसारी|Shaikh शेख़|Qureshi क़ुरैशी|Siddiqui सिद्दीक़ी|Nair नायर|Reddy रेड्डी|Rao राव|Das दास|Ghosh घोष
Chaudhary चौधरी|Thakur ठाकुर|Rathore राठौर|Chauhan चौहान|Saini सैनी|Meena मीणा|Rawat रावत|Negi नेगी|Bisht बिष्ट|Paswan पासवान`);

/** Given names of husbands and fathers. */
export const MEN: readonly (readonly [latin: string, devanagari: string])[] = pairs(`
Ramesh रमेश|Suresh सुरेश|Mahesh महेश|Dinesh दिनेश|Rajesh राजेश|Mukesh मुकेश|Rakesh राकेश|Naresh नरेश|Ganesh गणेश|Umesh उमेश
Ashok अशोक|Vinod विनोद|Manoj मनोज|Sanjay संजय|Vijay विजय|Ajay अजय|Anil अनिल|Sunil सुनील|Kapil कपिल|Nikhil निखिल
Amit अमित|Sumit सुमित|Rohit रोहित|Mohit मोहित|Ravi रवि|Deepak दीपक|Pankaj पंकज|Manish मनीष|Satish सतीश|Girish गिरीश
Salim सलीम|Imran इमरान|Irfan इरफ़ान|Aslam असलम|Rashid रशीद|Gurmeet गुरमीत|Baldev बलदेव|Harish हरीश|Mohan मोहन|Sohan सोहन
Shyam श्याम|Gopal गोपाल|Krishan कृष्ण|Arjun अर्जुन|Bhim भीम|Nakul नकुल|Prakash प्रकाश|Subhash सुभाष|Kailash कैलाश|Bharat भरत`);

/** Villages and parts of towns that don't exist. */
export const VILLAGES = [
  'Namoonapur',
  'Udaharanganj',
  'Testnagar',
  'Kalpitpura',
  'Pariksha Colony',
  'Nakli Bazar',
  'Misalgaon',
  'Dummy Chowk',
];

function pairs(text: string): (readonly [string, string])[] {
  return text
    .trim()
    .split(/[|\n]/)
    .map((pair) => pair.split(' '))
    .map(([latin = '', devanagari = '']) => [latin, devanagari] as const);
}
