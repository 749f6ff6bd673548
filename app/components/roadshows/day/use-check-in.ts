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
import { takeAnswer } from "./check-in-answer";
import {
  type CheckInStore,
  forgetStore,
  hashScanned,
  newScanId,
  onStoreWritten,
  readStore,
  writeStore,
} from "./check-in-store";

export type Outcome = {
  /** QUEUED: noted on the device, not sent yet. */
  kind: ScanResult["result"] | "QUEUED";
  /** Error code of a refusal. */
  code?: string;
  /** Whom the server found, also where it refused. */
  participantId?: string;
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
  const isKept = useRef(true);
  /** Fewer once the server has found a message too large. */
  const atOnce = useRef(SCANS_PER_BATCH);
  const path = `/desk/roadshows/${roadshowId}/check-in`;

  const keep = useCallback(
    (change: (before: CheckInStore) => CheckInStore) => {
      // What another tab has written stays: the device's storage is the truth as long as it takes writes.
      const kept = isKept.current ? null : current.current;
      const next = change(kept ?? readStore(roadshowId));
      current.current = next;
      isKept.current = writeStore(roadshowId, next);
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
      ({ result: kind, code, participantId, name, at, id: scanId }): Outcome => ({
        ...{ kind, name, at, scanId },
        ...(code && { code }),
        ...(participantId && { participantId }),
      }),
    );
    setRecent((before) => {
      const known = new Set(told.map((one) => one.scanId));
      return [...told, ...before.filter((one) => !known.has(one.scanId))].slice(0, 12);
    });
    setOutcome((before) => told.find((one) => one.scanId === before?.scanId) ?? before);
  }, []);

  const send = useCallback(async () => {
    const waiting = current.current?.queue.slice(0, atOnce.current) ?? [];
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
      if (answer.status === 413) atOnce.current = Math.max(1, Math.floor(waiting.length / 2));
      if (!answer.ok) {
        // Refused as a whole: the queue stays, and the page says so.
        const problem = (await answer.json().catch(() => null)) as { title?: string } | null;
        setRefusal(problem?.title ?? String(answer.status));
        return;
      }
      setRefusal(null);
      const { results } = (await answer.json()) as ScanAnswer;
      keep((before) => takeAnswer(before, results));
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
    const stopHearing = onStoreWritten(roadshowId, () => {
      current.current = readStore(roadshowId);
      setStore(current.current);
    });
    return () => {
      stopHearing();
      window.clearInterval(timer);
      window.removeEventListener("online", onLine);
    };
  }, [roadshowId, keep, download, send]);

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
  /** Somebody of the waiting list whom the server has refused comes in all the same. */
  const letIn = useCallback(
    (participantId: string, name: string) => {
      keep((before) => ({
        ...before,
        refused: before.refused.filter((one) => one.participantId !== participantId),
      }));
      add({ participantId, how: "LIST", isLetIn: true }, name, null);
    },
    [add, keep],
  );
  const scan = useCallback(
    async (text: string) => {
      if (text.trim() === "") return;
      const hash = await hashScanned(text);
      const people = current.current?.list?.people ?? [];
      const person = hash === null ? undefined : people.find((one) => one.codeHash === hash);
      if (person) checkIn(person, "QR");
      // Registered after the list was downloaded, or not of this event: the server knows.
      else add({ code: text.trim().slice(0, 200), how: "QR" }, "", null);
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

  const dismissRefused = useCallback(() => keep((before) => ({ ...before, refused: [] })), [keep]);

  return {
    ...{ store, outcome, recent, isOnline, refusal },
    ...{ checkIn, walkIn, letIn, scan, download, forget, dismissRefused },
  };
}
