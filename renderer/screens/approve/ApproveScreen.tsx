import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { PackSummary } from '#core/contract/shapes.ts';
import type { Pack } from '#core/domain/pack.ts';
import type { Language } from '#core/domain/text.ts';
import { useApi } from '../../client/api.ts';
import { Screen } from '../../frame/Screen.tsx';
import { topicTitle } from '../../text/pack.ts';
import { useText } from '../../text/useText.ts';
import { Failure } from '../../ui/Failure.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { Approval, END_ID } from './Approval.tsx';
import css from './Approve.module.css';
import { Contents } from './Contents.tsx';
import { PackFooter } from './PackFooter.tsx';
import { StatementGroup } from './StatementTable.tsx';
import { approvalGroups } from './statements.ts';
import { useRead } from './useRead.ts';

/** A pack in one language, from its upkeep through every statement to the approval. */
function Reading({ pack, summary, language }: { pack: Pack; summary: PackSummary; language: Language }) {
  const t = useText();
  const groups = useMemo(() => approvalGroups(pack, language), [pack, language]);
  const facts = useMemo(() => new Map(pack.facts.map((fact) => [fact.id, fact])), [pack]);
  const { read, watch } = useRead();
  const end = { id: END_ID, title: t('approve.end', { version: pack.version, language: t(`language.${language}`) }) };
  return (
    <div className={css.layout}>
      <Contents groups={groups} read={read} end={end} />
      <div>
        <PackFooter pack={pack} hash={summary.ref.hash} language={language} />
        {groups.map((group) => (
          <StatementGroup key={group.id} group={group} facts={facts} language={language} watch={watch} />
        ))}
        <Approval summary={summary} pack={pack} language={language} />
      </div>
    </div>
  );
}

/** The language to be read: the one chosen, else the first that nobody had approved when the screen was opened. */
function useLanguage(summary: PackSummary | undefined) {
  const [chosen, choose] = useState<Language | null>(null);
  const languages = summary?.languages ?? [];
  // Chosen once: an approval must not turn the page to the next language under the doctor's eyes.
  if (chosen === null && summary) {
    choose(languages.find((language) => !summary.approvals.some((approval) => approval.language === language)) ?? languages[0] ?? 'en');
  }
  return { language: chosen ?? languages[0] ?? 'en', languages, choose };
}

/** A topic pack to be read and approved: every statement beside the facts it rests on. */
export function ApproveScreen() {
  const t = useText();
  const { orpc } = useApi();
  const { hash } = useParams({ from: '/approve/$hash' });
  const pack = useQuery(orpc.packs.read.queryOptions({ input: { hash }, staleTime: Number.POSITIVE_INFINITY }));
  const packs = useQuery(orpc.packs.list.queryOptions());
  const summary = packs.data?.find(({ ref }) => ref.hash === hash);
  const { language, languages, choose } = useLanguage(summary);
  const error = pack.error ?? packs.error;
  const title = summary ? t('approve.title', { title: topicTitle(summary), version: summary.ref.version }) : t('approve.titleShort');
  return (
    <Screen key={summary ? 'read' : 'wait'} title={title} lead={t('approve.lead')}>
      {error ? <Failure error={error} onRetry={() => void Promise.all([pack.refetch(), packs.refetch()])} /> : null}
      {pack.isPending || packs.isPending ? <Waiting rows={6} /> : null}
      {languages.length > 1 ? (
        <RadioGroup
          label={t('approve.language')}
          choices={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
          value={language}
          onChange={choose}
        />
      ) : null}
      {pack.data && summary ? <Reading key={language} pack={pack.data} summary={summary} language={language} /> : null}
    </Screen>
  );
}
