// What a reader is told of the profile: which lines are titles of sections, which cells titles of columns.
export interface HeadingHints {
  /** Level of a line that is a heading by the profile's titles; undefined for any other line. */
  headingLevel(text: string): number | undefined;
  isColumnTitle?(text: string): boolean;
}
