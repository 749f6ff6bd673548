import type { AscendingRules } from "~/domain/trading/auction-rules-schema";
import type { Phase } from "./auction-event";
import { type Mode, micros, phase, type Run, refuseAmount } from "./auction-run-rules";
import { bidForProxies } from "./proxy-rules";

/** 自由报价期, then 限时报价期 or 延时: open bids, each above the one before. */
export const ascending: Mode<AscendingRules> = {
  open: (rules, _state, startsAt) => phase(rules, startsAt, rules.freeSeconds, { name: "FREE" }),

  next: ({ rules }, { name, endsAtMicros }) =>
    name === "FREE" && rules.closing.kind === "CYCLE"
      ? phase(rules, endsAtMicros, rules.closing.cycleSeconds, { name: "TIMED" })
      : null,

  refuse: ({ rules, state }, _phase, bid) =>
    state.best?.bidder === bid.bidder ? "own_best" : refuseAmount(rules, state, bid.amountFen),

  accept(run, current, { bidder, amountFen }, confirmed) {
    run.record({ kind: "BID", bidder, amountFen, way: "OPEN", ...confirmed });
    bidForProxies(run);
    extend(run, current);
  },
};

/** A bid near the end moves it away from the bid, and never nearer. */
export function extend(run: Run<AscendingRules>, { name, endsAtMicros }: Phase): void {
  const { rules, atMicros } = run;
  const { closing } = rules;
  const [isRunning, windowSeconds, extensionSeconds] =
    closing.kind === "CYCLE"
      ? [name === "TIMED", closing.cycleSeconds, closing.cycleSeconds]
      : [true, closing.softCloseSeconds, closing.extensionSeconds];
  if (!isRunning || endsAtMicros - atMicros > micros(rules, windowSeconds)) return;
  const toMicros = atMicros + micros(rules, extensionSeconds);
  if (toMicros > endsAtMicros) {
    run.record({ kind: "EXTENDED", fromMicros: endsAtMicros, toMicros });
  }
}
