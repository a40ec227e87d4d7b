import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useApi } from '../../client/api.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import field from '../../ui/Field.module.css';
import { FieldFoot, FieldLabel } from '../../ui/FieldParts.tsx';
import select from '../../ui/Select.module.css';
import { useDebounced } from '../patients/useDebounced.ts';
import css from './Rows.module.css';

const SETTLES_MS = 120;

/** Finds one patient by name or record number. */
function FindPatient({ onChoose }: { onChoose: (id: string) => void }) {
  const t = useText();
  const { orpc } = useApi();
  const [typed, setTyped] = useState('');
  const text = useDebounced(typed.trim(), SETTLES_MS);
  const found = useQuery({
    ...orpc.patients.search.queryOptions({ input: { text } }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
  const rows = text === '' ? [] : (found.data ?? []);
  return (
    <ComboBox
      className={field.field ?? ''}
      items={rows}
      inputValue={typed}
      onInputChange={setTyped}
      value={null}
      onChange={(id) => {
        if (typeof id === 'string') onChoose(id);
      }}
      allowsEmptyCollection
    >
      <FieldLabel label={t('log.patient')} />
      <Input className={field.input ?? ''} autoComplete="off" spellCheck="false" />
      <FieldFoot hint={t('log.patientHint')} />
      <Popover className={select.popover ?? ''}>
        <ListBox
          className={select.list ?? ''}
          renderEmptyState={() => (
            <p className={css.nobody}>{t(text !== '' && found.isSuccess ? 'log.patientNobody' : 'log.patientHint')}</p>
          )}
        >
          {(row: (typeof rows)[number]) => (
            <ListBoxItem id={row.id} textValue={row.name} className={select.item ?? ''}>
              <span>
                {row.name}
                <small>{row.recordNumber}</small>
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

export interface PatientFilterProps {
  patientId: string | undefined;
  onChange: (patientId: string | undefined) => void;
}

/** Which patient's rows are shown. */
export function PatientFilter({ patientId, onChange }: PatientFilterProps) {
  const t = useText();
  const { orpc } = useApi();
  const patient = useQuery({ ...orpc.patients.read.queryOptions({ input: { id: patientId ?? '' } }), enabled: patientId !== undefined });
  if (patientId === undefined) return <FindPatient onChoose={onChange} />;
  return (
    <div className={cx(field.field, css.one)}>
      <span className={field.label}>{t('log.patient')}</span>
      <p className={css.chosen}>
        <span>
          {patient.data ? t('log.patientShown', { name: patient.data.name, record: patient.data.recordNumber }) : t('log.patientGone')}
        </span>
        <Button kind="quiet" small icon label={t('log.patientAll')} onPress={() => onChange(undefined)}>
          <X />
        </Button>
      </p>
    </div>
  );
}
