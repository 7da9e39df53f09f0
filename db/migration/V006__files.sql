-- What was handed in as a picture or a scan. The bytes lie in the file store under the id; nothing of it is named by a client.
create table files (
  store_id uuid not null,
  id uuid not null,
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  size int not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  stored_by uuid not null,
  stored_at timestamptz not null,
  primary key (store_id, id)
);
call make_store_table('files', 'select, insert', 'pictures and scans: what they are and the hash of their bytes');
call audit_table('files', 'append-only');
