-- A version with a unit gives customers a number, and has no segments.
ALTER TABLE segmentation_version ADD COLUMN score_numerator VARCHAR(100);
ALTER TABLE segmentation_version ADD COLUMN score_denominator VARCHAR(100);
ALTER TABLE segmentation_version ADD COLUMN score_meaning VARCHAR(100);
