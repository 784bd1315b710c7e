// What a reader is told of the profile: which lines are titles of sections or notes, which cells titles of columns.
export interface HeadingHints {
  /** Level of a line that is a heading by the profile's titles; undefined for any other line. */
  headingLevel(text: string): number | undefined;
  /** The section that a line names, word for word, where every page of the profile has one such; undefined for parts of sections. */
  sectionOf?(text: string): string | undefined;
  isColumnTitle?(text: string): boolean;
  /** What a column of that title holds. */
  columnOf?(text: string): string | undefined;
  /** Whether a cell says that something is required, or is not. */
  isMark?(text: string): boolean;
  /** Whether a cell is the name of a type. */
  isType?(text: string): boolean;
  /** Whether a line below a table begins with a word for notes: it is no row. */
  startsNote?(text: string): boolean;
  /** Whether a line belongs to the site around a page: `Home`, `On this page`, `Version: 1.2`. */
  isAround?(text: string): boolean;
}
