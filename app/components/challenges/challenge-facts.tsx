import { useTranslation } from "react-i18next";
import { DateTime } from "~/components/ui/date-time";
import { Deadline } from "~/components/ui/deadline";
import { DescriptionList } from "~/components/ui/description-list";
import { Stat, StatGrid } from "~/components/ui/stat";
import type { PublicChallenge } from "~/domain/challenges/challenge-view";
import { useMoney } from "./use-money";

/** Money, deadlines and how takers are chosen. */
export function ChallengeFacts({ challenge }: { challenge: PublicChallenge }) {
  const { t } = useTranslation("challenges");
  const money = useMoney();
  const { posterFen, publicFen, publicSource, takerMode, maxTakers } = challenge;
  return (
    <div className="space-y-4">
      <StatGrid>
        <Stat label={t("page.total")} value={money(posterFen + publicFen)} />
        <Stat label={t("page.posterPart")} value={money(posterFen)} />
        <Stat
          label={t("page.due")}
          value={
            challenge.intentionsDueAt ? (
              <Deadline value={challenge.intentionsDueAt} className="text-lg" />
            ) : (
              "—"
            )
          }
        />
        <Stat
          label={t("page.reply")}
          value={
            challenge.replyOn ? <DateTime value={challenge.replyOn} className="text-lg" /> : "—"
          }
          note={t("page.replyHint")}
        />
      </StatGrid>
      <DescriptionList
        columns={2}
        items={[
          { label: t("page.poster"), value: challenge.organisation },
          {
            label: t("page.mode"),
            value: `${t(`modes.${takerMode}`)} · ${t("page.takers", { count: maxTakers })}`,
          },
          { label: t("page.cooperation"), value: t(`cooperations.${challenge.cooperation}`) },
          {
            label: t("page.finish"),
            value: challenge.finishOn && <DateTime value={challenge.finishOn} />,
          },
          { label: t("page.fields"), value: challenge.fields.join("、") },
          { label: t("page.region"), value: challenge.region },
          {
            label: t("page.published"),
            value: <DateTime value={challenge.publishedAt} format="datetime" />,
          },
          { label: t("list.listKind"), value: t(`listKinds.${challenge.listKind}`) },
        ]}
      />
      {publicFen > 0n && (
        <div className="rounded-md bg-sunken px-4 py-3 text-sm">
          <p className="font-medium text-ink">
            {t("page.publicPart")} {money(publicFen)} · {t("page.publicSource")} {publicSource}
          </p>
          <p className="mt-1 text-muted">{t("page.publicNote")}</p>
        </div>
      )}
    </div>
  );
}
