export interface PairsProps {
  /** Each label once; a pair without a value is left out. */
  pairs: readonly { label: string; value: string | undefined }[];
}

/** Labels with their values, as the rows of a list of terms. */
export function Pairs({ pairs }: PairsProps) {
  return pairs.map(({ label, value }) =>
    value ? (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ) : null,
  );
}
