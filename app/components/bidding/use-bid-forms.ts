import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import { type RefusedForm, useFormView } from "~/components/identity/form-view";
import { useHydrated } from "~/components/ui/use-hydrated";
import type { BidAnswer } from "~/domain/bidding/auction-view";

export type BidIntent = "bid" | "proxy" | "dropProxy" | "match" | "waive";

/** Where answers stand on the page. */
export const ANSWER_ID = "bid";

/** What the live page is answered to a form. */
export type LiveAnswer = {
  intent: BidIntent;
  answer: BidAnswer | null;
  result?: NonNullable<RefusedForm>["result"];
};

/** A request that got no answer is sent again by itself: its key makes it the same request. */
const TRIES = 3;
const BETWEEN_TRIES_MS = 1_200;

/**
 * The forms of a bidder: sent by script without leaving the page, or by the browser alone. Each attempt
 * carries a key by which the server knows a repeated request from a new one.
 * @param path of the page
 * @param pageKey made by the server for this page
 * @param posted what the action answered when the browser sent the form alone
 * @param onAnswered the bidder's own situation may have changed
 */
export function useBidForms(
  path: string,
  pageKey: string,
  posted: LiveAnswer | undefined,
  onAnswered: () => void,
) {
  const isHydrated = useHydrated();
  const [firstKey] = useState(pageKey);
  // A new attempt has a new key only when the one before has been answered.
  const [attempt, setAttempt] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const [isFailed, setFailed] = useState(false);
  const [answered, setAnswered] = useState(posted);
  const isSending = useRef(false);
  useEffect(() => setAnswered(posted), [posted]);
  const heard = useRef(onAnswered);
  heard.current = onAnswered;

  const send = useCallback(
    async (body: FormData) => {
      if (isSending.current) return;
      isSending.current = true;
      setBusy(true);
      setFailed(false);
      const answer = await deliver(`${path}/state`, body);
      if (answer) {
        setAnswered(answer);
        setAttempt((before) => before + 1);
        heard.current();
      }
      setFailed(answer === null);
      setBusy(false);
      isSending.current = false;
    },
    [path],
  );
  const onSubmit = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      const { submitter } = event.nativeEvent as SubmitEvent;
      const body = new FormData(event.currentTarget);
      // Older browsers know no second argument of FormData.
      if (submitter instanceof HTMLButtonElement && submitter.name) {
        body.set(submitter.name, submitter.value);
      }
      void send(body);
    },
    [send],
  );
  return {
    /** For every form; without client code the browser goes on where the answer stands. */
    form: { method: "post", action: `${path}#${ANSWER_ID}`, onSubmit, noValidate: true } as const,
    /** Fields that every form carries besides its own. */
    hidden: {
      clientKey: isHydrated ? `${firstKey}-${attempt}` : pageKey,
      by: isHydrated ? "script" : "",
    },
    isBusy,
    isFailed,
    answered,
    view: useFormView(answered),
    dismiss: () => setAnswered(undefined),
  };
}

export type BidForms = ReturnType<typeof useBidForms>;

/** @returns null when the server could not be reached */
async function deliver(path: string, body: FormData): Promise<LiveAnswer | null> {
  for (let turn = 1; turn <= TRIES; turn += 1) {
    try {
      const response = await fetch(path, { method: "POST", body });
      const answer: unknown = await response.json();
      if (typeof answer === "object" && answer !== null && "intent" in answer) {
        return answer as LiveAnswer;
      }
    } catch {
      // The line is down, or the server is starting anew.
    }
    if (turn < TRIES) await new Promise((done) => window.setTimeout(done, BETWEEN_TRIES_MS));
  }
  return null;
}
