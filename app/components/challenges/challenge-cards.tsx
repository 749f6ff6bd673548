import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { LinkCard } from "~/components/ui/card";
import { Deadline } from "~/components/ui/deadline";
import type { ChallengeItem } from "~/domain/challenges/challenge-view";
import { ChallengeStateBadge } from "./challenge-state";
import { useMoney } from "./use-money";

/** The public list: task, money, deadline. */
export function ChallengeCards({ items }: { items: readonly ChallengeItem[] }) {
  const { t } = useTranslation("challenges");
  const money = useMoney();
  return (
    <ul className="grid gap-4 lg:grid-cols-2">
      {items.map((one) => (
        <li key={one.number} className="min-w-0">
          <LinkCard to={`/challenges/${one.number}`} title={one.title} headingLevel={2}>
            <p className="mt-2 flex flex-wrap items-center gap-2">
              <ChallengeStateBadge state={one.state} />
              <Badge>{t(`listKinds.${one.listKind}`)}</Badge>
              <Badge tone="info">{t(`modes.${one.takerMode}`)}</Badge>
            </p>
            <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
              <dt className="text-muted">{t("list.total")}</dt>
              <dd className="tabular font-semibold text-ink">
                {money(one.posterFen + one.publicFen)}
              </dd>
              <dt className="text-muted">{t("list.deadline")}</dt>
              <dd>{one.intentionsDueAt && <Deadline value={one.intentionsDueAt} />}</dd>
              <dt className="text-muted">{t("page.poster")}</dt>
              <dd className="min-w-0 truncate">{one.organisation}</dd>
            </dl>
          </LinkCard>
        </li>
      ))}
    </ul>
  );
}
