/** The English words of the library of controls, by its parts: its own declaration names a type where the file holds a value. */
declare module 'react-aria-components/i18n/en-US' {
  type Word = string | ((values: Record<string, string | number | boolean>, formatter: unknown) => string);
  const words: Record<string, Record<string, Word>>;
  export default words;
}
