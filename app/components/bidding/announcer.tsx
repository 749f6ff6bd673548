import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/ui/button";
import { useHydrated } from "~/components/ui/use-hydrated";
import type { AuctionBoard, AuctionLine } from "~/domain/bidding/auction-view";
import { announcementPace, passedMark } from "./announcement-pace";
import { marketTime } from "./market-time";
import { useBiddingText, yuanText } from "./use-bidding-text";
import type { ServerTime } from "./use-server-clock";

const STORED = "bidding-speech";

interface AnnouncerProps {
  board: AuctionBoard;
  lines: readonly AuctionLine[];
  yourNumber: number | null;
  time: ServerTime;
}

/** Reads out what changes, at a pace that can be followed; can be turned off. */
export function Announcer({ board, lines, yourNumber, time }: AnnouncerProps) {
  const { t } = useTranslation("bidding");
  const [isOn, setOn] = useState(true);
  const [said, setSaid] = useState("");
  const pace = useRef(announcementPace());
  const timer = useRef(0);
  const sentence = useSentence(board, lines, yourNumber);
  const isHydrated = useHydrated();

  useEffect(() => {
    try {
      if (window.localStorage.getItem(STORED) === "off") setOn(false);
    } catch {
      // Storage is closed to the page: the switch works for this visit.
    }
  }, []);

  const offer = useRef<(text: string) => void>(() => undefined);
  offer.current = (text) => {
    if (!isOn) return;
    pace.current.offer(text);
    const speak = () => {
      const due = pace.current.due(performance.now());
      if (due !== null) setSaid(due);
      const next = pace.current.nextAt(performance.now());
      window.clearTimeout(timer.current);
      if (next !== null) timer.current = window.setTimeout(speak, next - performance.now() + 5);
    };
    speak();
  };
  useEffect(() => () => window.clearTimeout(timer.current), []);

  // What stood there when the page was opened has been read as part of the page.
  const heard = useRef(board.sequence);
  useEffect(() => {
    if (board.sequence === heard.current) return;
    heard.current = board.sequence;
    if (sentence) offer.current(sentence);
  }, [board.sequence, sentence]);
  useTimeMarks(board, time, (text) => offer.current(text));

  const toggle = () => {
    const next = !isOn;
    setOn(next);
    if (!next) {
      pace.current.clear();
      setSaid("");
    }
    try {
      window.localStorage.setItem(STORED, next ? "on" : "off");
    } catch {
      // As above.
    }
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      {isHydrated && (
        <Button size="sm" className="!min-h-11" icon={isOn ? "bell" : "eye-off"} onClick={toggle}>
          {t("speech.label")} · {t(isOn ? "speech.turnOff" : "speech.turnOn")}
        </Button>
      )}
      <p aria-live="polite" aria-atomic="true" className="sr-only">
        {said}
      </p>
    </div>
  );
}

/** The newest change in one sentence. */
function useSentence(
  board: AuctionBoard,
  lines: readonly AuctionLine[],
  yourNumber: number | null,
): string | null {
  const { t } = useTranslation("bidding");
  const text = useBiddingText(yourNumber);
  const newest = lines[0];
  if (!newest) return null;
  const bid = lines.find((line) => line.kind === "BID");
  const standing = () => {
    if (yourNumber === null || !board.best) return "";
    if (board.best.bidder === yourNumber) return t("speech.youLead");
    const hasBid = lines.some((line) => line.kind === "BID" && line.bidder === yourNumber);
    return hasBid ? t("speech.youOutbid", { amount: yuanText(board.best.amountFen) }) : "";
  };
  switch (newest.kind) {
    case "BID":
      return [
        t("speech.bid", { who: text.who(newest.bidder), amount: yuanText(newest.amountFen) }),
        standing(),
      ].join(" ");
    case "EXTENDED":
      return [
        bid && t("speech.bid", { who: text.who(bid.bidder), amount: yuanText(bid.amountFen) }),
        t("speech.extended", { to: marketTime(newest.toMicros).time }),
        standing(),
      ]
        .filter(Boolean)
        .join(" ");
    case "PHASE":
      return t("speech.phase", { phase: text.phase(newest.phase) });
    case "SUSPENDED":
      return t("speech.suspended");
    case "RESUMED":
      return t("speech.resumed");
    case "RESULT":
      return `${t("speech.ended")} ${text.line(newest)}`;
    default:
      return text.line(newest);
  }
}

/** Five minutes, one minute, thirty and ten seconds before the end of a phase. */
function useTimeMarks(board: AuctionBoard, time: ServerTime, say: (text: string) => void): void {
  const { t } = useTranslation("bidding");
  const { length } = useBiddingText();
  const latest = useRef({ say, length });
  latest.current = { say, length };
  const endsAt = board.phase && board.status !== "SUSPENDED" ? board.phase.endsAtMicros : null;
  const { now } = time;
  useEffect(() => {
    if (endsAt === null) return;
    const left = () => Math.ceil((endsAt / 1000 - now()) / 1000);
    let before = left();
    const id = window.setInterval(() => {
      const seconds = left();
      const mark = passedMark(before, seconds);
      before = seconds;
      if (mark !== null) {
        latest.current.say(t("speech.left", { time: latest.current.length(mark) }));
      }
    }, 1_000);
    return () => window.clearInterval(id);
  }, [endsAt, now, t]);
}
