import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { TextInput } from "~/components/ui/text-input";
import { deadlineText } from "~/domain/trading/lot-instant-rules";
import type { LotState } from "~/domain/trading/lot-procedure";
import type { OwnApplication, PublicLot } from "~/domain/trading/lot-view";
import { ApplicationStateBadge } from "./lot-state";
import { useLotText } from "./use-lot-text";

const RUNNING: readonly LotState[] = ["ANNOUNCED", "BIDDING", "SUSPENDED"];

/** What an applicant does next. */
export function nextOf(
  application: Pick<OwnApplication, "state" | "mayConfirm" | "roomId">,
  state: LotState,
) {
  if (application.mayConfirm) return "won" as const;
  if (application.roomId) return "room" as const;
  return RUNNING.includes(state) ? application.state : ("over" as const);
}

function Confirm({ lot, error }: { lot: PublicLot; error: string | undefined }) {
  const { t } = useTranslation("trading");
  const { fen } = useLotText();
  return (
    <Form method="post" className="mt-4 space-y-4 border-t border-line pt-4">
      <h3 className="font-semibold text-ink">{t("page.confirmTitle")}</h3>
      <p>
        {t("page.confirmLead", {
          amount: fen(lot.priceFen),
          date: lot.confirmDueAt ? deadlineText(lot.confirmDueAt) : "—",
        })}
      </p>
      <TextInput
        name="password"
        type="password"
        label={t("page.confirmPassword")}
        hint={t("page.confirmPasswordHint")}
        autoComplete="current-password"
        width="medium"
        required
        error={error}
      />
      <SubmitButton intent="confirm" variant="accent">
        {t("page.confirm")}
      </SubmitButton>
    </Form>
  );
}

/** The reader's own applications on the page of a lot. */
export function OwnApplications({
  lot,
  passwordError,
}: {
  lot: PublicLot;
  passwordError: string | undefined;
}) {
  const { t } = useTranslation("trading");
  return (
    <Card title={t("page.own")}>
      <ul className="space-y-5">
        {lot.own.map((one) => (
          <li key={one.id}>
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-medium text-ink">{one.organisationName}</span>
              <ApplicationStateBadge state={one.state} />
              {one.bidderNumber !== null && (
                <Badge tone="brand">{t("application.bidder", { number: one.bidderNumber })}</Badge>
              )}
            </p>
            <p className="mt-1 text-sm text-muted">
              {t(`application.next.${nextOf(one, lot.state)}`)}
            </p>
            {one.refusalNote && (
              <p className="prose-text mt-1 text-sm">
                {t("application.note", { note: one.refusalNote })}
              </p>
            )}
            <div className="mt-3 flex flex-wrap gap-3">
              {one.state === "QUALIFIED" && one.paymentHref && (
                <LinkButton to={one.paymentHref} size="sm" variant="primary">
                  {t("application.pay")}
                </LinkButton>
              )}
              {one.roomId && (
                <LinkButton to={`/desk/deals/${one.roomId}`} size="sm" variant="primary">
                  {t("desk.room")}
                </LinkButton>
              )}
              {one.mayWithdraw && (
                <Form method="post">
                  <input type="hidden" name="applicationId" value={one.id} />
                  <SubmitButton intent="withdraw" size="sm" variant="quiet">
                    {t("application.withdraw")}
                  </SubmitButton>
                </Form>
              )}
            </div>
            {one.mayConfirm && <Confirm lot={lot} error={passwordError} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}
