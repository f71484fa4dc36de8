-- Agents answer the customers of their units; whoever manages a unit sees to it that they do.
INSERT INTO access_role_permissions (role_id, permission)
SELECT id, 'feedback.view' FROM access_roles WHERE code = 'agent'
UNION ALL SELECT id, 'feedback.handle' FROM access_roles WHERE code IN ('agent', 'manager')
UNION ALL SELECT id, 'feedback.manage' FROM access_roles WHERE code = 'manager'
UNION ALL SELECT id, 'feedback.personal' FROM access_roles WHERE code IN ('agent', 'manager')
ON CONFLICT DO NOTHING;
