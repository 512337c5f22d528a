-- Reference data is read-only to all who serve people, and written by migration only.
grant usage on schema ref to tenant_member, registry_writer, national_reader, national_function_owner;
grant select on all tables in schema ref to tenant_member, registry_writer, national_reader;
alter default privileges for role p_owner in schema ref
    grant select on tables to tenant_member, registry_writer, national_reader;
grant select on ref.region, ref.threshold to national_function_owner;
