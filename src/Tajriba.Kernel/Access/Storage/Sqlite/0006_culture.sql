-- Whoever works here may thank colleagues, answer the pulse and learn; whoever leads keeps it alive.
INSERT INTO access_role_permissions (role_id, permission)
SELECT id, 'culture.view' FROM access_roles WHERE code = 'agent'
UNION ALL SELECT id, 'culture.manage' FROM access_roles WHERE code IN ('manager', 'executive')
ON CONFLICT DO NOTHING;
