import type { NotTechnical } from "./category-answers-rules";
import type { CategoryConsequences } from "./category-consequences-rules";

/** What the page shows of a result; names are in the reader's language. */
export type CategoryView =
  | { kind: "NOT_TECHNICAL"; reason: NotTechnical }
  | ({
      kind: "TECHNICAL";
      code: string;
      name: string;
      /** Name of the category above the sub-kind; null where there is none. */
      familyName: string | null;
      licenceKindName: string | null;
      isWrittenForm: boolean;
      isVatBase: boolean;
      isEitBase: boolean;
    } & CategoryConsequences);
