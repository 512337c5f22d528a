-- What a seal covers, entry by entry, so that a verification can name the one that was changed or is gone: for each
-- entry, in the order of ids, 8 bytes id (big-endian) and 32 bytes SHA-256 of its content. No seal exists before this.
alter table audit_seal add column entries bytea not null;
alter table audit_seal add constraint ck_audit_seal_entries check (octet_length(entries) = 40 * entry_count);
