-- What is off is put right at once up to the store's limit COUNT_DIFFERENCE; above it somebody else decides.
create table stock_counts (
  store_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  status text not null check (status in ('OPEN', 'AWAITING_APPROVAL', 'CLOSED', 'DISCARDED')),
  opened_by uuid not null,
  opened_at timestamptz not null,
  submitted_by uuid,
  submitted_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  reason text check (length(reason) between 1 and 400),
  off_usd numeric(20,2) check (off_usd >= 0),
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (store_id, id),
  check ((status in ('CLOSED', 'DISCARDED')) = (decided_at is not null))
);
comment on column stock_counts.off_usd is 'what all differences were worth when it was submitted, those too much and those missing added up';
create index stock_counts_list on stock_counts (store_id, id desc);
call make_store_table('stock_counts', 'select, insert, update', 'times when somebody counted what is on the shelves');
call audit_table('stock_counts', 'images');

create table stock_count_lines (
  store_id uuid not null,
  id uuid not null,
  count_id uuid not null,
  part_id uuid not null references parts (id),
  counted int check (counted >= 0),
  expected int,
  counted_by uuid,
  counted_at timestamptz,
  value numeric(20,2),
  value_ves numeric(20,2),
  primary key (store_id, id),
  unique (store_id, count_id, part_id),
  foreign key (store_id, count_id) references stock_counts (store_id, id),
  check ((counted is null) = (expected is null))
);
comment on column stock_count_lines.expected is 'what was written down at the moment of counting: movements after it do not touch the difference';
comment on column stock_count_lines.value is 'USD: what the difference added to the value of the stock, once it was put right';
create index stock_count_lines_part on stock_count_lines (store_id, part_id);
call make_store_table('stock_count_lines', 'select, insert, update', 'what was counted of each part');
call audit_table('stock_count_lines', 'images');
