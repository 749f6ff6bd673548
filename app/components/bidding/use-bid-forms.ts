import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import { type RefusedForm, useFormView } from "~/components/identity/form-view";
import { useHydrated } from "~/components/ui/use-hydrated";
import type { BidAnswer } from "~/domain/bidding/auction-view";

export type BidIntent = "bid" | "proxy" | "dropProxy" | "match" | "waive";

/** What the action of the live page answers to a form. */
export type LiveAnswer = {
  intent: BidIntent;
  answer: BidAnswer | null;
  result?: NonNullable<RefusedForm>["result"];
};

/**
 * The forms of a bidder: sent by script without leaving the page, or by the browser alone. Each attempt
 * carries a key by which the server knows a repeated request from a new one.
 * @param pageKey made by the server for this page
 * @param posted what the action answered when the browser sent the form alone
 */
export function useBidForms(pageKey: string, posted: LiveAnswer | undefined) {
  const fetcher = useFetcher<LiveAnswer>();
  const isHydrated = useHydrated();
  const [firstKey] = useState(pageKey);
  const [attempt, setAttempt] = useState(0);
  const { state, data } = fetcher;
  useEffect(() => {
    // A new attempt has a new key only when the one before has been answered.
    if (state === "idle" && data) setAttempt((before) => before + 1);
  }, [state, data]);
  const [dismissed, setDismissed] = useState<LiveAnswer | null>(null);
  const latest = data ?? posted;
  const answered = latest && latest !== dismissed ? latest : undefined;
  return {
    Form: fetcher.Form,
    /** Fields that every form carries besides its own. */
    hidden: {
      clientKey: isHydrated ? `${firstKey}-${attempt}` : pageKey,
      by: isHydrated ? "script" : "",
    },
    isBusy: state !== "idle",
    answered,
    view: useFormView(answered),
    dismiss: () => setDismissed(latest ?? null),
  };
}

export type BidForms = ReturnType<typeof useBidForms>;
