-- Pages count and list what was given up, however much has arrived.
CREATE INDEX channels_webhook_deliveries_dead ON channels_webhook_deliveries (webhook_id, id) WHERE state = 'dead';
