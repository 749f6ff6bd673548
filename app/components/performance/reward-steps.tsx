import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { useFormView } from "~/components/identity/form-view";
import { Button, SubmitButton } from "~/components/ui/button";
import { DateInput } from "~/components/ui/date-input";
import { Disclosure } from "~/components/ui/disclosure";
import { Textarea } from "~/components/ui/textarea";
import type { RewardDetail } from "~/domain/performance/reward-view";
import { useErrorText } from "~/i18n/use-error-text";

type RewardStepsProps = {
  reward: Pick<RewardDetail, "steps" | "publicityDays" | "state">;
  today: string;
  view: ReturnType<typeof useFormView>;
};

/** The steps of the unit with its sheet; a closed one says what stands in the way. */
export function RewardSteps({ reward, today, view }: RewardStepsProps) {
  const { t } = useTranslation("performance");
  const errorText = useErrorText();
  const { steps } = reward;
  const isRefused = (intent: string) => view.value("intent") === intent;
  if (steps.length === 0) return null;
  return (
    <div className="grid gap-4">
      {steps.map(({ move, closed }) => {
        const label = t(`reward.moves.${move}`);
        if (closed) {
          return (
            <div key={move}>
              <Button variant="secondary" disabledReason={errorText(closed) ?? ""}>
                {label}
              </Button>
            </div>
          );
        }
        if (move === "revise" || move === "cancel") {
          return (
            <Disclosure key={move} summary={label} open={isRefused(move)}>
              <Form method="post" className="grid gap-4">
                <Textarea
                  id={`note-${move}`}
                  name="note"
                  label={t("reward.note")}
                  rows={2}
                  maxLength={1000}
                  required
                  defaultValue={isRefused(move) ? view.value("note") : ""}
                  error={isRefused(move) ? view.error("note") : undefined}
                />
                <div>
                  <SubmitButton intent={move} variant={move === "cancel" ? "danger" : "secondary"}>
                    {label}
                  </SubmitButton>
                </div>
              </Form>
            </Disclosure>
          );
        }
        return (
          <Form key={move} method="post" className="grid gap-2">
            {move === "pay" && (
              <DateInput
                name="paidOn"
                label={t("reward.paidOn")}
                hint={t("reward.payHint")}
                max={today}
                required
                defaultValue={isRefused("pay") ? view.value("paidOn") : today}
                error={isRefused("pay") ? view.error("paidOn") : undefined}
              />
            )}
            {move === "publish" && (
              <p className="text-sm text-muted">
                {t("reward.publishHint", { days: reward.publicityDays })}
              </p>
            )}
            {move === "confirmAtOnce" && (
              <p className="text-sm text-muted">{t("reward.confirmAtOnceHint")}</p>
            )}
            <div>
              <SubmitButton intent={move}>{label}</SubmitButton>
            </div>
          </Form>
        );
      })}
    </div>
  );
}
