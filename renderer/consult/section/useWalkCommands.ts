import { useNavigate } from '@tanstack/react-router';
import type { Command } from '../../commands/registry.ts';
import { useCommands } from '../../commands/useCommands.ts';
import { useText } from '../../text/useText.ts';
import { useConsult } from '../answers/ConsultContext.ts';
import { useExportVisit } from '../frame/useExportVisit.ts';
import { useUndo } from '../frame/useUndo.ts';
import { ALL } from './asking.ts';

/** The keys and palette entries of a consultation: its sections, "Check everything", undo and redo, export. */
export function useWalkCommands(current: string | undefined): void {
  const t = useText();
  const { pack, packText, goTo, keeper, consultation } = useConsult();
  const { undo, redo } = useUndo();
  const exportVisit = useExportVisit();
  const navigate = useNavigate();
  const index = pack.sections.findIndex(({ id }) => id === current);
  const go = (id: string | undefined) => {
    if (!id) return;
    keeper.flush();
    goTo(id);
  };
  const check = () => {
    keeper.flush();
    void navigate({ to: '/consult/$consultationId/check', params: { consultationId: consultation.id } });
  };
  const sections: Command[] = pack.sections.map(({ id }, at) => ({
    id: `section.${at + 1}`,
    title: t('walk.command.section', { number: at + 1, title: packText(`section.${id}`) }),
    run: () => go(id),
  }));
  const steps: Command[] =
    index < 0
      ? []
      : [
          {
            id: 'section.previous',
            title: t('walk.command.previousSection'),
            run: () => go(pack.sections[index - 1]?.id),
          },
          {
            id: 'section.next',
            title: t('walk.command.nextSection'),
            run: () => (index === pack.sections.length - 1 ? check() : go(pack.sections[index + 1]?.id)),
          },
        ];
  useCommands([
    ...sections,
    ...steps,
    { id: 'questions.all', title: t('walk.all'), run: () => go(ALL) },
    { id: 'check', title: t('walk.check'), run: check },
    { id: 'undo', title: t('consult.undo'), run: undo },
    { id: 'redo', title: t('consult.redo'), run: redo },
    { id: 'export', title: t('consult.exportVisit'), run: exportVisit },
  ]);
}
