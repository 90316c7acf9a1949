-- The table of the access log. It is made here and not by the ORM, because it may
-- belong to another role than Odoo's (see access_log_seal.sql).
CREATE TABLE IF NOT EXISTS integration_access_log (
    id bigserial PRIMARY KEY,
    date timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC'),
    user_id integer,
    operation varchar NOT NULL,
    records jsonb NOT NULL,
    case_ids integer[] NOT NULL,
    route varchar NOT NULL
);
CREATE INDEX IF NOT EXISTS integration_access_log_case_ids_idx
    ON integration_access_log USING gin (case_ids);
CREATE INDEX IF NOT EXISTS integration_access_log_user_date_idx
    ON integration_access_log (user_id, date);
CREATE INDEX IF NOT EXISTS integration_access_log_special_idx
    ON integration_access_log (id) WHERE operation NOT IN ('read', 'aggregate');

CREATE OR REPLACE FUNCTION integration_access_log_refuse() RETURNS trigger AS $$
BEGIN
    IF current_user <> 'integration_audit' THEN
        RAISE EXCEPTION 'The access log is append-only';
    END IF;
    RETURN OLD;
END
$$ LANGUAGE plpgsql;
CREATE OR REPLACE TRIGGER integration_access_log_append_only
    BEFORE UPDATE OR DELETE ON integration_access_log
    FOR EACH ROW EXECUTE FUNCTION integration_access_log_refuse();
CREATE OR REPLACE TRIGGER integration_access_log_no_truncate
    BEFORE TRUNCATE ON integration_access_log
    FOR EACH STATEMENT EXECUTE FUNCTION integration_access_log_refuse();
