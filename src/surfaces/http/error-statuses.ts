/** The status of each error code. An error that is not here and is the caller's fault is 422; any other is 500. */
export const errorStatuses = {
  "invalid-input": 400,
  "body-incomplete": 400,
  "access-key": 401,
  "access-token": 401,
  "acting-user": 403,
  "cross-site": 403,
  "link-signature": 403,
  "scope-missing": 403,
  "untrusted-address": 403,
  "not-found": 404,
  "method-not-allowed": 405,
  conflict: 409,
  "link-expired": 410,
  "body-too-large": 413,
  "media-type": 415,
  "range-not-satisfiable": 416,
  "other-refusal": 422,
  "company-limit": 429,
  "remote-conflict": 409,
  "remote-limit": 429,
  "remote-not-found": 404,
  unexpected: 500,
  "remote-broken": 502,
  "remote-denied": 502,
  "remote-key": 502,
  "remote-scope": 502,
  "remote-unreachable": 502,
  "remote-unreadable": 502,
  setup: 503,
} as const;

export type ErrorCode = keyof typeof errorStatuses;
export type ErrorStatus = (typeof errorStatuses)[ErrorCode];

export function statusOf(code: string): ErrorStatus {
  return Object.hasOwn(errorStatuses, code)
    ? errorStatuses[code as ErrorCode] // just seen to be a key
    : errorStatuses["other-refusal"];
}
