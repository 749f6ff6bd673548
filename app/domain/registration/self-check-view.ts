import type { CheckId, RefusalCode } from "./recognition-checks/check-ids-rules";
import type { CheckResult, RecognitionOutcome } from "./recognition-rules";

type ShownCheck = Pick<CheckResult, "id" | "kind" | "answer" | "reason" | "suppliedBy" | "sources">;

/** What the page shows of a report; amounts of its inputs do not leave the server. */
export type SelfCheckView = {
  on: string;
  rulesVersion: string;
  outcome: RecognitionOutcome;
  percent: number;
  refusals: RefusalCode[];
  results: ShownCheck[];
  notApplicable: CheckId[];
};
