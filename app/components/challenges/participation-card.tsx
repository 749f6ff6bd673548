import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { CopyButton } from "~/components/ui/copy-button";
import type { PublicChallenge } from "~/domain/challenges/challenge-view";
import { shareText } from "./use-money";

type Props = {
  challenge: PublicChallenge;
  here: string;
  /** Address of the scout's link, with the host. */
  scoutUrl: string | null;
  scout: string;
};

/** Organisation, consortium, scout: who can do what, and the way in. */
export function ParticipationCard({ challenge, here, scoutUrl, scout }: Props) {
  const { t } = useTranslation("challenges");
  const { viewer, isOpen, scoutShareBp } = challenge;
  return (
    <Card title={t("take.title")} id="take">
      <dl className="space-y-3">
        <div>
          <dt className="font-medium text-ink">{t("take.organisation")}</dt>
          <dd className="text-sm text-muted">{t("take.organisationText")}</dd>
        </div>
        <div>
          <dt className="font-medium text-ink">{t("take.consortium")}</dt>
          <dd className="text-sm text-muted">{t("take.consortiumText")}</dd>
        </div>
        <div>
          <dt className="font-medium text-ink">{t("take.scout")}</dt>
          <dd className="text-sm text-muted">
            {scoutShareBp > 0
              ? t("take.scoutText", { share: shareText(scoutShareBp) })
              : t("take.scoutNone")}
          </dd>
        </div>
      </dl>
      <div className="no-print mt-4 space-y-3">
        {scout !== "" && isOpen && <p className="text-sm text-muted">{t("take.scouted")}</p>}
        {viewer.isPoster ? (
          <p className="flex flex-wrap items-center gap-3">
            {t("take.own")}
            <LinkButton to={`/desk/challenges/${challenge.id}`} size="sm">
              {t("take.manage")}
            </LinkButton>
          </p>
        ) : viewer.intentionId ? (
          <LinkButton to={`/desk/intentions/${viewer.intentionId}`} variant="primary">
            {t("take.continue")}
          </LinkButton>
        ) : !isOpen ? (
          <p className="text-muted">{t("take.closed")}</p>
        ) : viewer.isSignedIn ? (
          <Form method="post">
            <input type="hidden" name="scout" value={scout} />
            <SubmitButton intent="start">{t("take.start")}</SubmitButton>
          </Form>
        ) : (
          <LinkButton to={`/sign-in?next=${encodeURIComponent(here)}`} variant="primary">
            {t("take.signIn")}
          </LinkButton>
        )}
        {scoutUrl && isOpen && scoutShareBp > 0 && (
          <div>
            <p className="text-sm font-medium text-ink">{t("take.scoutLink")}</p>
            <p className="text-sm break-all text-muted">{scoutUrl}</p>
            <CopyButton text={scoutUrl} />
          </div>
        )}
      </div>
    </Card>
  );
}
