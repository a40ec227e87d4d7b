import { Ellipsis } from 'lucide-react';
import type { UserRow } from '#core/contract/users.ts';
import { useStatus } from '../../../frame/session.ts';
import { momentText } from '../../../text/dates.ts';
import { useText } from '../../../text/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import css from './people.module.css';
import { isLastAdministrator } from './personDraft.ts';

/** What an administrator does with a person. */
export type Deed = 'change' | 'reset' | 'retire';

export interface PeopleTableProps {
  people: readonly UserRow[];
  label: string;
  /** Absent: nothing is done with them any more. */
  onDeed?: (deed: Deed, person: UserRow) => void;
}

function Row({ person, people, onDeed }: { person: UserRow } & Pick<PeopleTableProps, 'people' | 'onDeed'>) {
  const t = useText();
  const { timeZone, today, user } = useStatus();
  const self = person.id === user?.id;
  const deeds: Deed[] = [
    'change',
    ...(self ? [] : (['reset'] as const)),
    ...(isLastAdministrator(person, people) ? [] : (['retire'] as const)),
  ];
  return (
    <tr>
      <th scope="row">
        <span className={css.name}>{person.name}</span>
        {self ? <small> ({t('people.you')})</small> : null}
        {person.mustChangePassword && !person.retired ? (
          <small className={css.note}>
            <Tag kind="waiting">{t('people.mustChange')}</Tag>
          </small>
        ) : null}
      </th>
      <td data-label={t('people.roles')} className={css.rolesOf}>
        {person.roles.map((role) => t(`role.${role}`)).join(', ')}
      </td>
      <td data-label={t('people.lastSignIn')}>{person.lastSignIn ? momentText(person.lastSignIn, timeZone, today) : t('people.never')}</td>
      {onDeed ? (
        <>
          <td data-label={t('people.pin')}>{t(person.hasPin ? 'people.hasPin' : 'people.hasNoPin')}</td>
          <td className={css.deeds}>
            <Menu
              label={t('people.actionsOf', { name: person.name })}
              entries={deeds.map((deed) => ({
                id: deed,
                label: t(`people.${deed}`),
                run: () => onDeed(deed, person),
              }))}
              trigger={
                <Button kind="quiet" icon label={t('people.actionsOf', { name: person.name })}>
                  <Ellipsis />
                </Button>
              }
            />
          </td>
        </>
      ) : null}
    </tr>
  );
}

/** People with their roles, their last sign-in and whether they have a PIN. */
export function PeopleTable({ people, label, onDeed }: PeopleTableProps) {
  const t = useText();
  return (
    <table className={css.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('people.name')}</th>
          <th scope="col">{t('people.roles')}</th>
          <th scope="col">{t('people.lastSignIn')}</th>
          {onDeed ? (
            <>
              <th scope="col">{t('people.pin')}</th>
              <th scope="col">
                <span className="vh">{t('people.actions')}</span>
              </th>
            </>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <Row key={person.id} person={person} people={people} {...(onDeed ? { onDeed } : {})} />
        ))}
      </tbody>
    </table>
  );
}
