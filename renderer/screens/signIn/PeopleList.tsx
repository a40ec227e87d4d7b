import { ChevronRight } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import css from './PeopleList.module.css';

export interface PeopleListProps {
  people: readonly { id: string; name: string }[];
  onChoose: (id: string) => void;
  /** The first name gets the focus. */
  autoFocus?: boolean;
  /** The id of the words above. */
  labelledBy: string;
}

/** Names to choose from: one press, then the password. */
export function PeopleList({ people, onChoose, autoFocus, labelledBy }: PeopleListProps) {
  return (
    <ul className={css.people} aria-labelledby={labelledBy}>
      {people.map(({ id, name }, index) => (
        <li key={id}>
          <Button tall className={css.person ?? ''} onPress={() => onChoose(id)} autoFocus={autoFocus === true && index === 0}>
            {name}
            <ChevronRight />
          </Button>
        </li>
      ))}
    </ul>
  );
}
