import type { BidForms, BidIntent } from "./use-bid-forms";

/** Hidden fields of a bidder's form. */
export function BidFields({ forms, intent }: { forms: BidForms; intent: BidIntent }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="clientKey" value={forms.hidden.clientKey} />
      <input type="hidden" name="by" value={forms.hidden.by} />
    </>
  );
}
