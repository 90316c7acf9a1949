-- Gives the access log back to the role that Odoo uses, e.g. before the addon is
-- removed or the database moves. Run by a PostgreSQL superuser:
--
--     psql -d DATABASE -v odoo_role=odoo -f access_log_unseal.sql
\set ON_ERROR_STOP on
BEGIN;
ALTER SCHEMA public OWNER TO pg_database_owner;
ALTER TABLE integration_access_log OWNER TO :"odoo_role";
ALTER FUNCTION integration_access_log_refuse() OWNER TO :"odoo_role";
COMMIT;
