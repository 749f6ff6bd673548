import { expect, it } from "vitest";
import {
  moveTimer,
  remainingOf,
  restingTimer,
  type StageTimer,
  timerText,
} from "./stage-timer-rules";

const at = (seconds: number) => new Date(1_700_000_000_000 + seconds * 1000);
const limits = { talkMs: 480_000, questionMs: 420_000 };
const shown = (timer: StageTimer, seconds: number) =>
  remainingOf(
    { ...timer, ...limits, phaseStartedAt: timer.phaseStartedAt?.getTime() ?? null },
    at(seconds).getTime(),
  );

it("counts the talk, stands still in a pause, and goes on where it stood", () => {
  const talk = moveTimer(restingTimer("WAITING"), "talk", at(0));
  if (!talk) throw new Error("talk");
  expect(shown(talk, 30)).toMatchObject({ phase: "TALK", leftMs: 450_000, level: "calm" });
  const pause = moveTimer(talk, "pause", at(60));
  if (!pause) throw new Error("pause");
  expect(shown(pause, 500)).toMatchObject({ phase: "TALK", leftMs: 420_000 });
  const on = moveTimer(pause, "resume", at(600));
  if (!on) throw new Error("resume");
  expect(shown(on, 660)).toMatchObject({ leftMs: 360_000 });
  expect(shown(on, 975)).toMatchObject({ leftMs: 45_000, level: "soon" });
  expect(shown(on, 1_035)).toMatchObject({ leftMs: -15_000, level: "over" });
  const qa = moveTimer(on, "qa", at(1_040));
  expect(qa && shown(qa, 1_050)).toMatchObject({ phase: "QA", leftMs: 410_000 });
});

it("refuses what makes no sense", () => {
  const waiting = restingTimer("WAITING");
  expect(moveTimer(waiting, "pause", at(0))).toBeNull();
  expect(moveTimer(waiting, "resume", at(0))).toBeNull();
  expect(moveTimer(restingTimer("OVER"), "talk", at(0))).toBeNull();
  const talk = moveTimer(waiting, "talk", at(0));
  expect(talk && moveTimer(talk, "talk", at(5))).toBeNull();
});

it("writes minutes and seconds, and what is over the limit", () => {
  expect([480_000, 60_000, 59_001, 1, 0, -1, -1_000, -75_000].map(timerText)).toEqual([
    "08:00",
    "01:00",
    "01:00",
    "00:01",
    "00:00",
    "+00:00",
    "+00:01",
    "+01:15",
  ]);
});
