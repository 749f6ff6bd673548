import { z } from "zod";

const version = z.string().trim().min(1, "required").max(100, "not_a_choice");

/** Which two versions are compared on the same lists. */
export const startTrialSchema = z
  .object({ rankerA: version, rankerB: version })
  .refine((value) => value.rankerA !== value.rankerB, {
    path: ["rankerB"],
    message: "trial_same_ranker",
  });

export const endTrialSchema = z.object({ trialId: z.uuid("not_found") });
