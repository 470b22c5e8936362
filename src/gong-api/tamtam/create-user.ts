import { z } from "zod";
import { dateTime } from "../wire-types.ts";
import { userFields } from "./user-fields.ts";

/** The body of `POST /tamtam/v1/users`. Without an id or a time, they are made and taken. */
export const createUserRequest = z.strictObject({
  ...userFields,
  id: z.string().min(1).optional(),
  created: dateTime.optional(),
});
export type CreateUserRequest = z.infer<typeof createUserRequest>;
