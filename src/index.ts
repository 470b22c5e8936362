export {
  type Client,
  type ClientApi,
  type ClientCredentials,
  type ClientOptions,
  createClient,
} from "./client/create-client.ts";
export { type InputProblem, InvalidInputError, TamtamError } from "./calls/errors.ts";
export { isPassing, RemoteError, type RemoteErrorCode } from "./gong-api/remote-error.ts";
export type { GongApi } from "./gong-api/gong-api.ts";
