import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import type { DealFrame } from "~/domain/deals/deal-view";
import { DEAL_STEPS } from "~/domain/deals/next-step-rules";

/** The one thing that is up to the reader, or what the room waits for. */
export function NextStep({
  frame,
  isHere,
}: {
  frame: Pick<DealFrame, "step" | "stepHref">;
  /** The page that is shown is the one where it is done. */
  isHere: boolean;
}) {
  const { t } = useTranslation("deals");
  const { turn } = DEAL_STEPS[frame.step];
  const isOurs = turn === "us";
  const title = isOurs ? t("upToYou") : turn === "none" ? undefined : t("waitingFor");
  return (
    <Alert
      tone={isOurs ? "warning" : "info"}
      {...(title ? { title } : {})}
      {...(isHere
        ? {}
        : {
            actions: (
              <LinkButton
                to={frame.stepHref}
                size="sm"
                variant={isOurs ? "primary" : "secondary"}
                iconEnd="arrow-right"
              >
                {isOurs ? t("go") : t("look")}
              </LinkButton>
            ),
          })}
    >
      {t(`steps.${frame.step}`)}
    </Alert>
  );
}
