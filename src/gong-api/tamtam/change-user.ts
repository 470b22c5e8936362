import { z } from "zod";
import { idText } from "../wire-types.ts";
import { userFields } from "./user-fields.ts";

/** `PATCH /tamtam/v1/users/{id}`: what the body does not name stays. */
export const changeUserRequest = z.strictObject({ ...userFields, id: idText });
export type ChangeUserRequest = z.infer<typeof changeUserRequest>;
