-- Takes the access log away from the role that Odoo uses: afterwards it can read the
-- table and add to it, nothing else. Run once per database by a PostgreSQL superuser:
--
--     psql -d DATABASE -v odoo_role=odoo -f access_log_seal.sql
--
-- Whoever must delete old entries does it as the other role:
--
--     SET ROLE integration_audit;
--     DELETE FROM integration_access_log WHERE date < now() - interval '3 years';
\set ON_ERROR_STOP on
BEGIN;
SELECT NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'integration_audit') AS is_new
\gset
\if :is_new
    CREATE ROLE integration_audit NOLOGIN;
\endif
-- The owner of a schema may drop every table in it.
ALTER SCHEMA public OWNER TO CURRENT_USER;
GRANT CREATE, USAGE ON SCHEMA public TO :"odoo_role";
GRANT USAGE ON SCHEMA public TO integration_audit;
ALTER TABLE integration_access_log OWNER TO integration_audit;
ALTER FUNCTION integration_access_log_refuse() OWNER TO integration_audit;
REVOKE ALL ON integration_access_log FROM PUBLIC, :"odoo_role";
REVOKE ALL ON SEQUENCE integration_access_log_id_seq FROM PUBLIC, :"odoo_role";
GRANT SELECT, INSERT ON integration_access_log TO :"odoo_role";
GRANT USAGE ON SEQUENCE integration_access_log_id_seq TO :"odoo_role";
COMMIT;
