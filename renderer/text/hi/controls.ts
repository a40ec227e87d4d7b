type Word = string | ((values: Record<string, string | number | boolean>, formatter: unknown) => string);

/** The words of one part of the library of controls, by their ids there. */
export type ControlWords = Record<string, Word>;

/** What the library of controls says to screen readers, for the controls that the window uses. */
export const controls: Readonly<Record<string, ControlWords>> = {
  '@react-aria/spinbutton': { Empty: 'ख़ाली' },
  '@react-aria/searchfield': { 'Clear search': 'खोज हटाएँ' },
  '@react-aria/overlays': { dismiss: 'बंद करें' },
  '@react-aria/numberfield': {
    decrease: ({ fieldLabel }) => `${fieldLabel} घटाएँ`,
    increase: ({ fieldLabel }) => `${fieldLabel} बढ़ाएँ`,
    numberField: 'संख्या की जगह',
  },
  '@react-aria/menu': { longPressMessage: 'मेन्यू खोलने के लिए देर तक दबाएँ या Alt + नीचे का तीर दबाएँ' },
  '@react-aria/gridlist': {
    hasActionAnnouncement: 'पंक्ति में काम है',
    hasLinkAnnouncement: ({ link }) => `पंक्ति में लिंक है: ${link}`,
  },
  '@react-aria/grid': {
    deselectedItem: ({ item }) => `${item} नहीं चुना।`,
    select: 'चुनें',
    selectedCount: ({ count }) => (Number(count) === 0 ? 'कुछ नहीं चुना।' : `${count} चुने।`),
    selectedAll: 'सब चुने।',
    selectedItem: ({ item }) => `${item} चुना।`,
    longPressToSelect: 'चुनने के लिए देर तक दबाएँ।',
  },
  '@react-aria/datepicker': {
    era: 'युग',
    year: 'साल',
    month: 'महीना',
    day: 'दिन',
    hour: 'घंटा',
    minute: 'मिनट',
    second: 'सेकंड',
    dayPeriod: 'सुबह या शाम',
    calendar: 'कैलेंडर',
    startDate: 'पहली तारीख़',
    endDate: 'आख़िरी तारीख़',
    weekday: 'सप्ताह का दिन',
    timeZoneName: 'टाइम ज़ोन',
    selectedDateDescription: ({ date }) => `चुनी तारीख़: ${date}`,
    selectedRangeDescription: ({ startDate, endDate }) => `चुनी तारीख़ें: ${startDate} से ${endDate}`,
    selectedTimeDescription: ({ time }) => `चुना समय: ${time}`,
  },
  '@react-aria/combobox': {
    focusAnnouncement: ({ isGroupChange, groupTitle, groupCount, optionText, isSelected }) =>
      `${isGroupChange ? `समूह ${groupTitle}, ${groupCount} विकल्प। ` : ''}${optionText}${isSelected ? ', चुना' : ''}`,
    countAnnouncement: ({ optionCount }) => `${optionCount} विकल्प हैं।`,
    selectedAnnouncement: ({ optionText }) => `${optionText}, चुना`,
    buttonLabel: 'सुझाव दिखाएँ',
    listboxLabel: 'सुझाव',
  },
  '@react-aria/calendar': {
    previous: 'पिछला',
    next: 'अगला',
    selectedDateDescription: ({ date }) => `चुनी तारीख़: ${date}`,
    selectedRangeDescription: ({ dateRange }) => `चुनी तारीख़ें: ${dateRange}`,
    todayDate: ({ date }) => `आज, ${date}`,
    todayDateSelected: ({ date }) => `आज, ${date}, चुनी`,
    dateSelected: ({ date }) => `${date}, चुनी`,
    startRangeSelectionPrompt: 'पहली तारीख़ चुनने के लिए दबाएँ',
    finishRangeSelectionPrompt: 'आख़िरी तारीख़ चुनने के लिए दबाएँ',
    minimumDate: 'पहली तारीख़, जो चुन सकते हैं',
    maximumDate: 'आख़िरी तारीख़, जो चुन सकते हैं',
    dateRange: ({ startDate, endDate }) => `${startDate} से ${endDate}`,
  },
  '@react-aria/autocomplete': { collectionLabel: 'सुझाव' },
  '@react-stately/datepicker': {
    rangeUnderflow: ({ minValue }) => `${minValue} या उसके बाद की तारीख़ लिखें।`,
    rangeOverflow: ({ maxValue }) => `${maxValue} या उससे पहले की तारीख़ लिखें।`,
    rangeReversed: 'पहली तारीख़ आख़िरी से पहले होनी चाहिए।',
    unavailableDate: 'यह तारीख़ नहीं चुन सकते।',
  },
  'react-aria-components': {
    selectPlaceholder: 'चुनें',
    tableResizer: 'चौड़ाई बदलें',
    dropzoneLabel: 'यहाँ छोड़ें',
    colorSwatchPicker: 'रंग',
  },
};
