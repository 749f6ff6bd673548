import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/ui/button";
import type { MatchPanelData } from "~/domain/matching/match-view-schema";
import { DeclineStatistics } from "./decline-statistics";
import { MatchList } from "./match-list";

/** Matching on the public page of a listing; `returnTo` is the path of that page. */
export function MatchPanel({ data, returnTo }: { data: MatchPanelData; returnTo: string }) {
  const { t } = useTranslation(["matching", "quality"]);
  const isNeed = data.subject.kind === "need";
  return (
    <section aria-labelledby="match-panel" className="no-print grid gap-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 id="match-panel" className="text-xl">
            {isNeed ? t("panelForNeed") : t("panelForAchievement")}
          </h2>
          <p className="text-sm text-muted">
            {t("panelLead")}{" "}
            <Link className="link" to="/matching">
              {t("quality:link")}
            </Link>
          </p>
        </div>
        {data.deskHref && (
          <LinkButton to={data.deskHref} variant="secondary" size="sm" icon="handshake">
            {t("allMatches")}
          </LinkButton>
        )}
      </div>
      {data.statistics && <DeclineStatistics statistics={data.statistics} />}
      <MatchList list={data} returnTo={returnTo} headingLevel={3} />
    </section>
  );
}

/** The button of a detail page that leads to an introduction, or to the one there is. */
export function IntroductionButton({
  data,
}: {
  data: Pick<MatchPanelData, "requestHref" | "ownRequest">;
}) {
  const { t } = useTranslation("matching");
  if (data.ownRequest) {
    return (
      <div className="grid gap-1">
        <LinkButton
          to={`/desk/introductions/${data.ownRequest.id}`}
          variant="secondary"
          icon="chat"
        >
          {t("viewIntroduction")}
        </LinkButton>
        <p className="text-sm text-muted">
          {data.ownRequest.state === "ACCEPTED" ? t("ownRequestAccepted") : t("ownRequestOpen")}
        </p>
      </div>
    );
  }
  if (!data.requestHref) return null;
  return (
    <LinkButton to={data.requestHref} icon="handshake">
      {t("requestIntroduction")}
    </LinkButton>
  );
}
