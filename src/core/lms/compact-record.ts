/** Where a learner was in the course. */
export interface Place {
  /** Id of the view: `start`, `before`, a module id, `quiz`, `certificate`, `report`. */
  view: string;
  /** Id of the passage that was in front; absent at the top. */
  passage?: string;
  /** How far the view was scrolled, 0 to 1. */
  scroll?: number;
  /** Language that was read. */
  locale: string;
  /** Country that was chosen. */
  country?: string;
}
