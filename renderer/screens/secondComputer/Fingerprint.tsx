import css from './SecondComputer.module.css';

/** A certificate's fingerprint in groups that can be compared by two people, or by eye. */
export function Fingerprint({ value, label }: { value: string; label: string }) {
  const pairs = value.split(':');
  const groups = Array.from({ length: pairs.length / 2 }, (_, at) => pairs.slice(at * 2, at * 2 + 2).join(' '));
  return (
    <p className={css.fingerprint}>
      <span className="vh">{label}: </span>
      {groups.map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same group may stand there twice
        <span key={at}>{group} </span>
      ))}
    </p>
  );
}
