import { z } from "zod";
import { ADVISER_ROLES, ROOM_AREAS } from "./deal-role-rules";

const areas = z.array(z.enum(ROOM_AREAS, "not_a_choice")).max(ROOM_AREAS.length).default([]);

export const colleagueSchema = z.object({ userId: z.uuid("required") });

export const inviteSchema = z.object({
  email: z.string("required").trim().toLowerCase().pipe(z.email("not_an_email")),
  role: z.enum(ADVISER_ROLES, "required"),
  areas,
});

export const areasSchema = z.object({ userId: z.uuid("bad_form"), areas });
export const removeSchema = z.object({ userId: z.uuid("bad_form") });

export type InviteInput = z.output<typeof inviteSchema>;
