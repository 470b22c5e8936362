/** Who speaks: the voice is flite's, the channel is the one in the recording. */
export const speakers = {
  john: { name: "John Doe", mediaChannelId: 0, voice: "rms", levelDb: -19 },
  jane: { name: "Jane Smith", mediaChannelId: 1, voice: "slt", levelDb: -18 },
} as const;

export interface Line {
  readonly speaker: keyof typeof speakers;
  /** Silence since the end of what was said before; negative when the speaker starts before that end. */
  readonly pauseMs: number;
  readonly text: string;
}

/** Larkfield Phones calls somebody who uses Silver Line today. Both companies are invented. */
export const dialogue: readonly Line[] = [
  {
    speaker: "john",
    pauseMs: 900,
    text: "Hi Jane, this is John Doe from Larkfield Phones. Is this still a good time?",
  },
  { speaker: "jane", pauseMs: 450, text: "Hello John. Yes, I have a few minutes." },
  { speaker: "john", pauseMs: 400, text: "Great. How many people are on your sales team today?" },
  { speaker: "jane", pauseMs: 600, text: "Twenty four in sales, and six in customer support." },
  { speaker: "john", pauseMs: 350, text: "And what do you use for those calls today?" },
  {
    speaker: "jane",
    pauseMs: 500,
    text: "We have used Silver Line for two years, and we cannot search old calls.",
  },
  {
    speaker: "john",
    pauseMs: 450,
    text: "I hear that a lot. With our system, every call is written down, so you can find any word in seconds.",
  },
  { speaker: "jane", pauseMs: 300, text: "And what does the pricing look like for thirty people?" },
  {
    speaker: "john",
    pauseMs: 500,
    text: "The price is twenty dollars a month for each person. There is no other fee.",
  },
  {
    speaker: "jane",
    pauseMs: 700,
    text: "Honestly, that is too expensive. I am also worried that switching takes too long.",
  },
  {
    speaker: "john",
    pauseMs: 400,
    text: "That is a fair concern. Moving your numbers takes two days, and you can keep both systems for a month.",
  },
  { speaker: "jane", pauseMs: -650, text: "And we keep all of our numbers?" },
  { speaker: "john", pauseMs: 300, text: "Yes, all of them. Would a demo of the product help you to decide?" },
  { speaker: "jane", pauseMs: 450, text: "A demo would be very helpful. I would like to see how the search works." },
  { speaker: "john", pauseMs: 350, text: "How about Tuesday, January twenty first, at ten in the morning?" },
  { speaker: "jane", pauseMs: 550, text: "Ten in the morning is fine. Please send me the pricing." },
  { speaker: "john", pauseMs: 300, text: "I will send the pricing and the invitation today. Thank you, Jane." },
  { speaker: "jane", pauseMs: -250, text: "Thank you, John. I look forward to the demo. Goodbye." },
];
