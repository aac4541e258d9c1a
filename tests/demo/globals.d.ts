/** What a page of the demo offers to its console. */
declare var demo: {
  /** Goes to an address of the same site without a page load. */
  go(address: string): void;
  /** Puts the player to a second, its captions included. */
  playTo(second: number): void;
  /** Shows a topic on the home page of the YouTube-like part. */
  choose?(topic: string): void;
};
