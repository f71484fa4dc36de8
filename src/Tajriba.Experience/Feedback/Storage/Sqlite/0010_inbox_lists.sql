-- Lists walk along an index that holds all that their filters ask for: only the rows of a page are looked up.
CREATE INDEX feedback_items_list ON feedback_items (id, state, kind, urgency, language, channel, unit, topics, negative, neutral, positive, received_at);
DROP INDEX feedback_items_urgency;
