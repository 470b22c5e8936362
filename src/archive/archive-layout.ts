/** Where things are in the folder, so that writing and reading agree. Ids are digits, and so are names of files. */
export const archiveLayout = {
  /** What the folder is; written last. */
  about: "library.json",
  users: "users.json",
  workspaces: "workspaces.json",
  trackers: "trackers.json",
  callsTable: "calls.csv",
  call: (callId: string) => `calls/${callId}.json`,
  transcript: (callId: string, format: TranscriptFormat) => `transcripts/${callId}.${format}`,
  record: (callId: string) => `records/${callId}.json`,
  /** The first file of a kind is number 1; the order of their names is that of the numbers. */
  holdings: (name: string, number: number) => `holdings/${name}-${String(number).padStart(6, "0")}.json`,
  media: (callId: string, extension: string) => `media/${callId}.${extension}`,
} as const;

export const transcriptFormats = ["json", "vtt", "srt", "csv"] as const;
/** `json` is Gong's own shape and always there: it is what an import reads. */
export type TranscriptFormat = (typeof transcriptFormats)[number];
