import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import type { IconName } from "~/components/ui/icon";
import type { Tone } from "~/components/ui/tone";
import type { AuctionBoard } from "~/domain/bidding/auction-view";

type Status = AuctionBoard["status"];

const looks: Record<Status, { tone: Tone; icon: IconName }> = {
  SCHEDULED: { tone: "info", icon: "calendar" },
  OPEN: { tone: "success", icon: "clock" },
  SUSPENDED: { tone: "warning", icon: "lock" },
  ENDED: { tone: "neutral", icon: "flag" },
  VOID: { tone: "danger", icon: "error" },
};

/** State of a run in a word with a sign of its own. */
export function AuctionStatusBadge({ status }: { status: Status }) {
  const { t } = useTranslation("bidding");
  const { tone, icon } = looks[status];
  return (
    <Badge tone={tone} icon={icon}>
      {t(`status.${status}`)}
    </Badge>
  );
}

/** Marks a training run; with a faster clock wherever its times are shown. */
export function TrainingBadge({ isTraining, factor }: { isTraining: boolean; factor: number }) {
  const { t } = useTranslation("bidding");
  if (!isTraining && factor === 1) return null;
  return (
    <Badge tone="accent" icon="warning">
      {factor > 1 ? t("training", { factor }) : t("trainingOnly")}
    </Badge>
  );
}
