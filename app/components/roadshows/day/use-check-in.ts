import { useCallback, useEffect, useRef, useState } from "react";
import { SCANS_PER_BATCH } from "~/domain/roadshows/day/check-in-rules";
import type { Scan } from "~/domain/roadshows/day/check-in-schema";
import type {
  CheckInList,
  CheckInPerson,
  ScanAnswer,
  ScanResult,
} from "~/domain/roadshows/day/check-in-view";
import type { WalkInInput } from "~/domain/roadshows/people/walk-in-schema";
import {
  type CheckInStore,
  forgetStore,
  hashScanned,
  newScanId,
  readStore,
  writeStore,
} from "./check-in-store";

export type Outcome = {
  /** QUEUED: noted on the device, not sent yet. */
  kind: ScanResult["result"] | "QUEUED";
  name: string;
  at: string | null;
  scanId: string;
};

const SEND_EVERY_MS = 4_000;

/**
 * Check-in that goes on without network: the list is kept on the device, scans wait in a queue and are sent
 * again until the server has answered. Their ids make sending twice harmless.
 */
export function useCheckIn(roadshowId: string) {
  const [store, setStore] = useState<CheckInStore | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [recent, setRecent] = useState<Outcome[]>([]);
  const [isOnline, setOnline] = useState(true);
  const [refusal, setRefusal] = useState<string | null>(null);
  const current = useRef<CheckInStore | null>(null);
  const isSending = useRef(false);
  const path = `/desk/roadshows/${roadshowId}/check-in`;

  const keep = useCallback(
    (change: (before: CheckInStore) => CheckInStore) => {
      const next = change(current.current ?? readStore(roadshowId));
      current.current = next;
      writeStore(roadshowId, next);
      setStore(next);
    },
    [roadshowId],
  );

  const download = useCallback(async () => {
    try {
      const answer = await fetch(`${path}/list`, { cache: "no-store" });
      if (answer.redirected) setRefusal("sign_in_required");
      if (answer.redirected || !answer.ok) return;
      const list = (await answer.json()) as CheckInList;
      keep((before) => ({ ...before, list }));
      setOnline(true);
    } catch {
      setOnline(false);
    }
  }, [path, keep]);

  const note = useCallback((results: readonly ScanResult[]) => {
    const told = results.map(
      (one): Outcome => ({ kind: one.result, name: one.name, at: one.at, scanId: one.id }),
    );
    setRecent((before) => {
      const known = new Set(told.map((one) => one.scanId));
      return [...told, ...before.filter((one) => !known.has(one.scanId))].slice(0, 12);
    });
    setOutcome((before) => told.find((one) => one.scanId === before?.scanId) ?? before);
  }, []);

  const send = useCallback(async () => {
    const waiting = current.current?.queue.slice(0, SCANS_PER_BATCH) ?? [];
    if (isSending.current || waiting.length === 0) return;
    isSending.current = true;
    try {
      const answer = await fetch(`${path}/batch`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          deviceId: current.current?.deviceId,
          now: new Date().toISOString(),
          scans: waiting,
        }),
      });
      setOnline(true);
      if (answer.redirected) {
        // The session has ended; nothing is lost, the queue waits for the next sign-in.
        setRefusal("sign_in_required");
        return;
      }
      if (!answer.ok) {
        // Refused as a whole: the queue stays, and the page says so.
        const problem = (await answer.json().catch(() => null)) as { title?: string } | null;
        setRefusal(problem?.title ?? String(answer.status));
        return;
      }
      setRefusal(null);
      const { results } = (await answer.json()) as ScanAnswer;
      const done = new Set(results.map((one) => one.id));
      const came = new Map(results.map((one) => [one.participantId, one.at]));
      keep((before) => ({
        ...before,
        queue: before.queue.filter((one) => !done.has(one.id)),
        list: before.list && {
          ...before.list,
          people: before.list.people.map((one) => ({ ...one, at: came.get(one.id) ?? one.at })),
        },
      }));
      note(results);
    } catch {
      setOnline(false);
    } finally {
      isSending.current = false;
    }
  }, [path, keep, note]);

  useEffect(() => {
    keep((before) => before);
    void download();
    const onLine = () => void send().then(download);
    const timer = window.setInterval(() => void send(), SEND_EVERY_MS);
    window.addEventListener("online", onLine);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener("online", onLine);
    };
  }, [keep, download, send]);

  const add = useCallback(
    (scan: Omit<Scan, "id" | "claimedAt">, name: string, at: string | null) => {
      const id = newScanId();
      const claimedAt = new Date().toISOString();
      const noted: Outcome = { kind: at ? "ALREADY" : "QUEUED", name, at, scanId: id };
      setOutcome(noted);
      if (at) return;
      setRecent((before) => [noted, ...before].slice(0, 12));
      keep((before) => ({
        ...before,
        queue: [...before.queue, { ...scan, id, claimedAt } as Scan],
        list: before.list && {
          ...before.list,
          people: before.list.people.map((one) =>
            one.id === scan.participantId ? { ...one, at: claimedAt } : one,
          ),
        },
      }));
      void send();
    },
    [keep, send],
  );

  const checkIn = useCallback(
    (person: CheckInPerson, how: "QR" | "LIST") =>
      add({ participantId: person.id, how }, person.name, person.at),
    [add],
  );
  const walkIn = useCallback(
    (input: WalkInInput) => add({ walkIn: input, how: "WALK_IN" }, input.name, null),
    [add],
  );
  const scan = useCallback(
    async (text: string) => {
      const hash = await hashScanned(text);
      const people = current.current?.list?.people ?? [];
      const person = hash === null ? undefined : people.find((one) => one.codeHash === hash);
      if (person) checkIn(person, "QR");
      // Registered after the list was downloaded, or not of this event: the server knows.
      else add({ code: text.slice(0, 200), how: "QR" }, "", null);
    },
    [add, checkIn],
  );
  const forget = useCallback(async () => {
    await send();
    if ((current.current?.queue.length ?? 0) > 0) return;
    forgetStore(roadshowId);
    current.current = { ...readStore(roadshowId) };
    setStore(current.current);
  }, [roadshowId, send]);

  return { store, outcome, recent, isOnline, refusal, checkIn, walkIn, scan, download, forget };
}
