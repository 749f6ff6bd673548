import { PUBLIC_STATES, type RoadshowState } from "./roadshow-procedure";

export type RoadshowFilters = {
  field: string;
  region: string;
  /** YYYY-MM */
  month: string;
  state: RoadshowState | "";
  when: "coming" | "past";
};

/** Filters of the public list from its address; what cannot be read is left out. */
export function readRoadshowFilters(params: URLSearchParams): RoadshowFilters {
  const state = params.get("state") ?? "";
  const month = params.get("month") ?? "";
  const field = params.get("field") ?? "";
  const region = params.get("region") ?? "";
  return {
    field: /^[A-Za-z0-9._-]{1,40}$/.test(field) ? field : "",
    region: /^\d{6}$/.test(region) ? region : "",
    month: /^20\d{2}-(0[1-9]|1[0-2])$/.test(month) ? month : "",
    state: PUBLIC_STATES.find((one) => one === state) ?? "",
    when: params.get("when") === "past" ? "past" : "coming",
  };
}
