-- Whoever signs in lands on the overview.
INSERT INTO access_role_permissions (role_id, permission)
SELECT id, 'overview.view' FROM access_roles WHERE code = 'agent';
