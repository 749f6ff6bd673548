import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import type { AuctionBoard, AuctionLine } from "~/domain/bidding/auction-view";
import { marketTime } from "./market-time";

interface StateNoticesProps {
  board: AuctionBoard;
  lines: readonly AuctionLine[];
}

/** An extension is news while it is among the latest lines. */
const FRESH_LINES = 4;

/** Standing still, void, or longer than announced: what everybody must see first. */
export function StateNotices({ board, lines }: StateNoticesProps) {
  const { t } = useTranslation("bidding");
  const note = (kind: "SUSPENDED" | "VOIDED") => {
    const line = lines.find((one) => one.kind === kind);
    return line && "note" in line ? line.note : "";
  };
  if (board.status === "SUSPENDED") {
    return (
      <Alert tone="warning" icon="lock" title={t("state.suspended")}>
        {t("state.suspendedText", { note: note("SUSPENDED") })}
      </Alert>
    );
  }
  if (board.status === "VOID") {
    return (
      <Alert tone="danger" title={t("state.void")}>
        {t("state.voidText", { note: note("VOIDED") })}
      </Alert>
    );
  }
  const extended = lines.slice(0, FRESH_LINES).find((one) => one.kind === "EXTENDED");
  if (extended?.kind !== "EXTENDED" || board.result) return null;
  return (
    <Alert tone="accent" icon="clock" title={t("state.extended")}>
      {t("state.extendedText", {
        from: marketTime(extended.fromMicros).time,
        to: marketTime(extended.toMicros).time,
        count: board.extensions,
      })}
    </Alert>
  );
}
