import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Dialog } from "~/components/ui/dialog";
import { Select } from "~/components/ui/select";
import { DECLINE_CODES } from "~/domain/matching/answer-schema";
import type { IntroductionMove } from "~/domain/matching/introduction-procedure";

type IntroductionMovesProps = {
  moves: readonly IntroductionMove[];
  /** Message at the reason for declining. */
  declineError: string | undefined;
};

/** The steps that are open to this reader. */
export function IntroductionMoves({ moves, declineError }: IntroductionMovesProps) {
  const { t } = useTranslation("matching");
  if (moves.length === 0) return null;
  const decline = (
    <Form method="post" className="grid gap-4" noValidate>
      <Select
        name="declineCode"
        label={t("declineReason")}
        hint={t("declineHint")}
        required
        placeholder={t("declinePlaceholder")}
        options={DECLINE_CODES.map((code) => ({ value: code, label: t(`declineCodes.${code}`) }))}
        error={declineError}
      />
      <div>
        <SubmitButton intent="decline" variant="danger">
          {t("declineConfirm")}
        </SubmitButton>
      </div>
    </Form>
  );
  return (
    <div className="flex flex-wrap items-start gap-3">
      {moves.includes("accept") && (
        <Form method="post">
          <SubmitButton intent="accept" icon="check">
            {t("accept")}
          </SubmitButton>
        </Form>
      )}
      {moves.includes("decline") &&
        // After a refused form the reason has to be in sight.
        (declineError ? (
          decline
        ) : (
          <Dialog trigger={t("decline")} triggerVariant="secondary" title={t("declineTitle")}>
            {decline}
          </Dialog>
        ))}
      {moves.includes("withdraw") && (
        <Form method="post">
          <SubmitButton intent="withdraw" variant="secondary">
            {t("withdraw")}
          </SubmitButton>
        </Form>
      )}
    </div>
  );
}
