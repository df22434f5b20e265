ALTER TABLE import_batch DROP CONSTRAINT import_batch_state;

ALTER TABLE import_batch ADD CONSTRAINT import_batch_state
  CHECK (state IN ('BEGUN', 'LOADED', 'DUPLICATE', 'REPLACED', 'UNDONE', 'FAILED'));
