import * as z from 'zod';
import { factIds, packId } from './packParts.ts';

const spelling = z.string().trim().min(2).max(60);

/** A medicine by its generic name, with the ways in which it is also written. */
const genericSchema = z.strictObject({
  name: spelling.describe('The generic name, as it is shown'),
  also: z.array(spelling).optional().describe('Other names and spellings, also in Devanagari, by which it is found'),
});

/** A brand, with everything it holds: all generics of a combination, also those that no group lists. */
const brandSchema = z.strictObject({
  name: spelling.describe('The brand as it stands on the box, without strength and form'),
  holds: z.array(spelling).min(1).describe('Every generic inside, as this group and others name them'),
  also: z.array(spelling).optional().describe('Other spellings, also in Devanagari, by which it is found'),
});

/**
 * Medicines or foods of which the sources say the same. Text: `medicine.<id>`, what the label says in plain words.
 */
export const medicineGroupSchema = z.strictObject({
  id: packId.describe('Id of the group. Text: medicine.<id>, what the label says of it'),
  facts: factIds.min(1),
  about: z
    .enum(['medicine', 'food', 'vaccine', 'allergy'])
    .describe('What is looked up here: her medicines, foods and vaccines among what she takes; allergy among her allergies'),
  generics: z.array(genericSchema).min(1).describe('Generic names of the group'),
  brands: z.array(brandSchema).optional().describe('Brands that are sold in India; each holds at least one generic of the group'),
});
export type MedicineGroup = z.infer<typeof medicineGroupSchema>;

/** The list that her own words are looked up in. */
export const packMedicinesSchema = z.strictObject({
  groups: z.array(medicineGroupSchema).min(1).describe('Groups of medicines and foods to ask about'),
  lookalikes: z
    .array(spelling)
    .optional()
    .describe('Other medicines whose names are close to a listed one: they are never taken for a typing mistake of it'),
});
export type PackMedicines = z.infer<typeof packMedicinesSchema>;
