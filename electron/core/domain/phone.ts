import { plainDigits } from './names.ts';

export type PhoneReading = { ok: true; phone: string } | { ok: false; message: string };

const INDIAN_DIGITS = 10;
const no = (message: string): PhoneReading => ({ ok: false, message });

/**
 * A phone number as a person types it, with +91, 0, spaces or Devanagari digits, in the one form in which it is kept:
 * ten digits for India, `+` and the country's digits for elsewhere. A number that can't be rung says why.
 */
export function readPhone(text: string): PhoneReading {
  const plain = plainDigits(text.normalize('NFC')).trim();
  if (!/^\+?[\d\s()./-]+$/.test(plain)) return no('Write the phone number with digits only. A + in front and spaces are fine.');
  const digits = plain.replace(/\D/g, '');
  const abroad = plain.startsWith('+') ? digits : digits.startsWith('00') && digits.length > INDIAN_DIGITS + 1 ? digits.slice(2) : null;
  if (abroad !== null && !abroad.startsWith('91')) {
    return /^[1-9]\d{6,14}$/.test(abroad)
      ? { ok: true, phone: `+${abroad}` }
      : no('Write the country’s code and the whole number after the +, such as +977 98 1234 5678.');
  }
  const home = indian(abroad ?? digits);
  if (home.length < INDIAN_DIGITS) {
    const missing = INDIAN_DIGITS - home.length;
    return no(
      `${missing} ${missing === 1 ? 'digit is' : 'digits are'} missing: a number has ten digits, on a landline with its area code.`,
    );
  }
  if (home.length > INDIAN_DIGITS) {
    const over = home.length - INDIAN_DIGITS;
    return no(`${over} ${over === 1 ? 'digit' : 'digits'} too many: a number has ten digits after +91 or 0.`);
  }
  return home.startsWith('0') ? no('No number has a 0 there. Write its ten digits after +91 or 0.') : { ok: true, phone: home };
}

/** Without what stands in front of an Indian number: 91 or a 0, where ten digits follow. */
function indian(digits: string): string {
  if (digits.length > INDIAN_DIGITS && digits.startsWith('91')) return digits.slice(2).replace(/^0(?=\d{10})/, '');
  return digits.length > INDIAN_DIGITS && digits.startsWith('0') ? digits.slice(1) : digits;
}

/** A stored number as it is read aloud: `98765 43210`. Any other form is shown as it is. */
export function phoneText(phone: string): string {
  return /^\d{10}$/.test(phone) ? `${phone.slice(0, 5)} ${phone.slice(5)}` : phone;
}

/** The last four digits, enough to tell two numbers apart without showing either. */
export function phoneEnd(phone: string): string {
  return phone.replace(/\D/g, '').slice(-4);
}
