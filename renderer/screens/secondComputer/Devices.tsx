import { useMutation } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import * as z from 'zod';
import { type Device, deviceNameSchema } from '#core/contract/secondComputer.ts';
import { useApi } from '../../client/api.ts';
import { useStatus } from '../../frame/session.ts';
import { dateText, inZone, momentText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useChecked } from '../checked.ts';
import { DialogForm } from '../settings/people/DialogForm.tsx';
import table from '../settings/people/people.module.css';
import css from './SecondComputer.module.css';
import { useTakeSecond } from './useSecond.ts';

const renameSchema = z.strictObject({ name: deviceNameSchema });

function Rename({ device, onClose }: { device: Device; onClose: () => void }) {
  const t = useText();
  const { orpc } = useApi();
  const take = useTakeSecond();
  const [name, setName] = useState(device.name);
  const { form: formRef, problems, check } = useChecked(renameSchema, { name });
  const rename = useMutation(
    orpc.secondComputer.rename.mutationOptions({
      onSuccess: (next) => {
        take(next, t('second.renamed', { name: name.trim() }));
        onClose();
      },
    }),
  );
  return (
    <DialogForm
      form={formRef}
      onSubmit={() => {
        const input = check();
        if (input) rename.mutate({ id: device.id, ...input });
      }}
      onClose={onClose}
      go={t('second.renameGo')}
      pending={rename.isPending}
      error={rename.error}
    >
      <TextField
        label={t('second.name')}
        value={name}
        maxLength={40}
        onChange={setName}
        error={problems.name === undefined ? undefined : t('second.nameMissing')}
        autoFocus
      />
    </DialogForm>
  );
}

function Revoke({ device, onClose }: { device: Device; onClose: () => void }) {
  const t = useText();
  const { orpc } = useApi();
  const take = useTakeSecond();
  const { id, name } = device;
  const revoke = useMutation(
    orpc.secondComputer.revoke.mutationOptions({
      onSuccess: (next) => {
        take(next, t('second.revoked', { name }));
        onClose();
      },
    }),
  );
  return (
    <DialogForm
      onSubmit={() => revoke.mutate({ id })}
      onClose={onClose}
      go={t('second.revokeGo')}
      pending={revoke.isPending}
      error={revoke.error}
    >
      <p>{t('second.revokeText')}</p>
    </DialogForm>
  );
}

type Deed = 'rename' | 'revoke';

function Row({ device, onDeed }: { device: Device; onDeed: (deed: Deed) => void }) {
  const t = useText();
  const { timeZone, today } = useStatus();
  const { name, pairedAt, pairedBy, lastSeenAt, connected } = device;
  const actions = t('second.actionsOf', { name });
  return (
    <tr>
      <th scope="row">
        <span className={table.name}>{name}</span>
      </th>
      <td data-label={t('second.paired')}>{t('second.pairedBy', { date: dateText(inZone(pairedAt, timeZone).date), name: pairedBy })}</td>
      <td data-label={t('second.seen')}>
        {connected ? (
          <Tag kind="ok">{t('second.connected')}</Tag>
        ) : lastSeenAt === null ? (
          t('second.seenNever')
        ) : (
          momentText(lastSeenAt, timeZone, today)
        )}
      </td>
      <td className={table.deeds}>
        <Menu
          label={actions}
          entries={(['rename', 'revoke'] as const).map((deed) => ({ id: deed, label: t(`second.${deed}`), run: () => onDeed(deed) }))}
          trigger={
            <Button kind="quiet" icon label={actions}>
              <Ellipsis />
            </Button>
          }
        />
      </td>
    </tr>
  );
}

/** The computers that are paired: who let each in, when it was last here, and the way to put it out. */
export function Devices({ devices }: { devices: readonly Device[] }) {
  const t = useText();
  const [asked, setAsked] = useState<{ deed: Deed; device: Device } | null>(null);
  const close = () => setAsked(null);
  if (devices.length === 0) return <p>{t('second.none')}</p>;
  return (
    <>
      <table className={cx(table.table, css.table)} aria-label={t('second.computers')}>
        <thead>
          <tr>
            <th scope="col">{t('second.name')}</th>
            <th scope="col">{t('second.paired')}</th>
            <th scope="col">{t('second.seen')}</th>
            <th scope="col">
              <span className="vh">{t('people.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {devices.map((device) => (
            <Row key={device.id} device={device} onDeed={(deed) => setAsked({ deed, device })} />
          ))}
        </tbody>
      </table>
      {asked ? (
        <Dialog
          title={asked.deed === 'rename' ? t('second.renameTitle') : t('second.revokeTitle', { name: asked.device.name })}
          open
          onClose={close}
        >
          {asked.deed === 'rename' ? <Rename device={asked.device} onClose={close} /> : <Revoke device={asked.device} onClose={close} />}
        </Dialog>
      ) : null}
    </>
  );
}
