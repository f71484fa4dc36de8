-- What is known of customers is for all who serve them; whoever leads puts it on record too.
INSERT INTO access_role_permissions (role_id, permission)
SELECT id, 'insights.view' FROM access_roles WHERE code = 'agent'
UNION ALL SELECT id, 'insights.tell' FROM access_roles WHERE code IN ('manager', 'executive')
ON CONFLICT DO NOTHING;
