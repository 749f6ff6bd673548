import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { AuctionBoard, AuctionLine } from "~/domain/bidding/auction-view";
import { formatFen } from "~/domain/shared/money";
import { marketTime } from "./market-time";
import type { ClockDifference } from "./server-clock";

const CHINESE_YUAN = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 2 });

/** "¥2,340,000": every figure of an amount, as it is bid. */
export function yuanText(fen: string): string {
  return `¥${CHINESE_YUAN.format(Number(fen) / 100)}`;
}

type PhaseView = NonNullable<AuctionBoard["phase"]>;

/** Words for amounts, bidders, phases and lengths of time in the reader's language. */
export function useBiddingText(yourNumber?: number | null) {
  const { t, i18n } = useTranslation("bidding");
  const { language } = i18n;
  /** The amount in 万元 or 亿元; null where it would say the same again. */
  const large = useCallback(
    (fen: string): string | null =>
      language.startsWith("zh") && BigInt(fen) >= 1_000_000n
        ? formatFen(BigInt(fen), language)
        : null,
    [language],
  );
  const code = useCallback((number: number) => t("code", { number }), [t]);
  const who = useCallback(
    (number: number) => (number === yourNumber ? t("you") : t("code", { number })),
    [t, yourNumber],
  );
  const phase = useCallback(
    (of: PhaseView | null): string => {
      if (!of) return t("phase.none");
      const { name, round, bidder = 0 } = of;
      const isYours = bidder === yourNumber;
      const params = { round, code: t("code", { number: bidder }) };
      switch (name) {
        case "PAUSE":
          if (of.priceFen) return t("phase.PAUSE_ASKING", { amount: yuanText(of.priceFen) });
          return round ? t("phase.PAUSE_ROUND", params) : t("phase.PAUSE");
        case "TURN":
          return t(isYours ? "phase.TURN_YOURS" : "phase.TURN", params);
        case "FALLING":
          return t(round ? "phase.FALLING" : "phase.FALLING_FIRST", params);
        case "LAST_WORD":
          return t(isYours ? "phase.LAST_WORD_YOURS" : "phase.LAST_WORD", params);
        default:
          return t(`phase.${name}`, params);
      }
    },
    [t, yourNumber],
  );
  /** A length of time in words. */
  const length = useCallback(
    (seconds: number): string => {
      const whole = Math.round(seconds);
      const parts = {
        hours: Math.floor(whole / 3600),
        minutes: Math.floor((whole % 3600) / 60),
        seconds: whole % 60,
      };
      if (parts.hours > 0) {
        if (parts.minutes + parts.seconds === 0) return t("clock.h", parts);
        return t("clock.hms", parts);
      }
      if (parts.minutes === 0) return t("clock.s", parts);
      return parts.seconds === 0 ? t("clock.m", parts) : t("clock.ms", parts);
    },
    [t],
  );
  const difference = useCallback(
    ({ direction, hours, minutes, seconds }: ClockDifference): string => {
      const time = length(hours * 3600 + minutes * 60 + seconds);
      return direction === "ahead" ? t("clock.ahead", { time }) : t("clock.behind", { time });
    },
    [t, length],
  );
  /** What a line of the record says beside its amount and bidder. */
  const line = useCallback(
    (of: AuctionLine): string => {
      switch (of.kind) {
        case "BID":
          return t(`history.bid.${of.way}`);
        case "PHASE":
          return t("history.PHASE", { phase: phase(of.phase) });
        case "EXTENDED":
          return t("history.EXTENDED", { to: marketTime(of.toMicros).time });
        case "RESUMED":
          return t("history.RESUMED", {
            note: of.note,
            time: length(of.stoodStillMicros / 1_000_000),
          });
        case "SUSPENDED":
        case "VOIDED":
          return t(`history.${of.kind}`, { note: of.note });
        case "RESULT": {
          const { result } = of;
          if (result.outcome === "VOID") return t("history.VOID");
          if (result.outcome === "FAILED") {
            return t("history.FAILED", { reason: t(`result.${result.reason}`) });
          }
          return t(result.isPreemptive ? "history.WON_PREEMPTIVE" : "history.WON", {
            code: who(result.bidder),
            amount: yuanText(result.amountFen),
          });
        }
        default:
          return t(`history.${of.kind}`);
      }
    },
    [t, phase, length, who],
  );
  return useMemo(
    () => ({ large, code, who, phase, length, difference, line }),
    [large, code, who, phase, length, difference, line],
  );
}
