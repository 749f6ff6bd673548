import type { StageBoard, StagePhase } from "./stage-view";

/** Phase and time of a stage as they are stored. */
export type StageTimer = {
  phase: StagePhase;
  pausedPhase: "TALK" | "QA" | null;
  phaseStartedAt: Date | null;
  elapsedMs: number;
};

type TimerMove = "talk" | "qa" | "pause" | "resume";

export const restingTimer = (phase: "WAITING" | "OVER"): StageTimer => ({
  phase,
  pausedPhase: null,
  phaseStartedAt: null,
  elapsedMs: 0,
});

/** The timer after a move, or null where the move is not open. */
export function moveTimer(timer: StageTimer, move: TimerMove, now: Date): StageTimer | null {
  const { phase, pausedPhase } = timer;
  switch (move) {
    case "talk":
    case "qa": {
      const next = move === "talk" ? "TALK" : "QA";
      if (phase === next || phase === "OVER") return null;
      return { phase: next, pausedPhase: null, phaseStartedAt: now, elapsedMs: 0 };
    }
    case "pause":
      if (phase !== "TALK" && phase !== "QA") return null;
      return {
        phase: "PAUSED",
        pausedPhase: phase,
        phaseStartedAt: null,
        elapsedMs: elapsedAt(timer, now),
      };
    case "resume":
      if (phase !== "PAUSED" || !pausedPhase) return null;
      return { ...timer, phase: pausedPhase, pausedPhase: null, phaseStartedAt: now };
  }
}

function elapsedAt({ phaseStartedAt, elapsedMs }: StageTimer, now: Date): number {
  if (!phaseStartedAt) return elapsedMs;
  return elapsedMs + Math.max(0, now.getTime() - phaseStartedAt.getTime());
}

/** What a screen shows of the time. */
type Remaining = {
  /** Phase that is counted, also while it rests. */
  phase: "TALK" | "QA" | null;
  limitMs: number;
  elapsedMs: number;
  /** Negative when the time is over. */
  leftMs: number;
  level: "calm" | "soon" | "over";
};

/** Last part of a phase in which the screen warns: a minute, or a sixth of a short one. */
const soonMs = (limitMs: number) => Math.min(60_000, limitMs / 6);

type Counted = Pick<
  StageBoard,
  "phase" | "pausedPhase" | "phaseStartedAt" | "elapsedMs" | "talkMs" | "questionMs"
>;

/** @param now the server's time in milliseconds */
export function remainingOf(board: Counted, now: number): Remaining {
  const { phase, pausedPhase, phaseStartedAt, elapsedMs, talkMs, questionMs } = board;
  const counted = phase === "PAUSED" ? pausedPhase : phase;
  if (counted !== "TALK" && counted !== "QA") {
    return { phase: null, limitMs: talkMs, elapsedMs: 0, leftMs: talkMs, level: "calm" };
  }
  const limitMs = counted === "TALK" ? talkMs : questionMs;
  const elapsed = elapsedMs + (phaseStartedAt === null ? 0 : Math.max(0, now - phaseStartedAt));
  const leftMs = limitMs - elapsed;
  const level = leftMs < 0 ? "over" : leftMs <= soonMs(limitMs) ? "soon" : "calm";
  return { phase: counted, limitMs, elapsedMs: elapsed, leftMs, level };
}

/** "07:32"; over the limit "+00:15". */
export function timerText(leftMs: number): string {
  // A second is shown until it has wholly passed, in both directions.
  const seconds = leftMs >= 0 ? Math.ceil(leftMs / 1000) : Math.floor(-leftMs / 1000);
  const minutes = String(Math.floor(seconds / 60)).padStart(2, "0");
  return `${leftMs < 0 ? "+" : ""}${minutes}:${String(seconds % 60).padStart(2, "0")}`;
}
