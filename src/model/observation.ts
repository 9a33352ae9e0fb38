/**
 * What a later look at the article has shown of a reported mistake: that it stands there still, or again, or that
 * something else stands in its place. What cannot be told is not said.
 */
import * as v from 'valibot';

/** Longer words, in UTF-16 units, are cut: it is the change that editors want to see, not the text. */
export const REPLACEMENT_LIMIT = 500;

export const observationSchema = v.object({
  verdict: v.picklist(['open', 'fixed']),
  /** the words that stand in the mistake's place; '' where none do, and while it is open */
  replacement: v.optional(v.pipe(v.string(), v.maxLength(REPLACEMENT_LIMIT)), ''),
});
export type Observation = v.InferOutput<typeof observationSchema>;

/** What is known of the reports of a place from those who have looked again. */
export const sightingsSchema = v.object({
  /** readers whose last look showed it fixed */
  readers: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** whether an editor's did */
  byEditor: v.boolean(),
  /** what stands there now, as the last look that showed it fixed has told; '' where it told nothing */
  replacement: v.string(),
});
export type Sightings = v.InferOutput<typeof sightingsSchema>;
