-- A transfer is two rows that share an id: the outgoing one in the store that sends, the incoming one in the store that
-- receives. Neither store reads or writes the other's; what one of them did is told to the other by the system, as often
-- as it takes (docs/decisions/transfers.md). Once the goods are sent, only the receiving store decides what becomes of them.
create table transfers (
  store_id uuid not null,
  id uuid not null,
  side text not null check (side in ('OUT', 'IN')),
  other_store_id uuid not null references stores (id),
  status text not null check (status in ('REQUESTED', 'SENT', 'RECEIVED', 'CANCELLED')),
  cancel_asked boolean not null default false,
  note text check (length(note) between 1 and 400),
  reason text check (length(reason) between 1 and 400),
  requested_by uuid,
  requested_at timestamptz not null,
  sent_by uuid,
  sent_at timestamptz,
  closed_by uuid,
  closed_at timestamptz,
  untold boolean not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (store_id, id),
  check (other_store_id <> store_id),
  check (status <> 'SENT' or sent_at is not null),
  check ((status in ('RECEIVED', 'CANCELLED')) = (closed_at is not null))
);
comment on column transfers.untold is 'the other store has not heard of the newest change';
comment on column transfers.cancel_asked is 'this store wants it called off; the store that decides has not answered yet';
comment on column transfers.reason is 'why it was called off, or why less arrived than was sent';
create index transfers_list on transfers (store_id, id desc);
create index transfers_status on transfers (store_id, status, id);
create index transfers_untold on transfers (store_id, id) where untold;
call make_store_table('transfers', 'select, insert, update', 'parts that go from one store to another, as each of the two knows it');
call audit_table('transfers', 'images');

create table transfer_lines (
  store_id uuid not null,
  id uuid not null,
  transfer_id uuid not null,
  part_id uuid not null references parts (id),
  requested int not null check (requested > 0),
  sent int not null default 0,
  received int not null default 0,
  returned int not null default 0,
  lost int not null default 0,
  value numeric(20,2) not null default 0,
  value_ves numeric(20,2) not null default 0,
  primary key (store_id, id),
  unique (store_id, transfer_id, part_id),
  foreign key (store_id, transfer_id) references transfers (store_id, id),
  constraint transfer_lines_no_limbo check (received >= 0 and returned >= 0 and lost >= 0
    and (received + returned + lost = 0 or received + returned + lost = sent)),
  check (value >= 0 and value_ves >= 0 and (sent > 0 or (value = 0 and value_ves = 0)))
);
comment on column transfer_lines.value is 'USD: what the sent pieces were worth on the shelf that they left';
comment on column transfer_lines.lost is 'neither arrived nor came back: written off by the store that sent them';
call make_store_table('transfer_lines', 'select, insert, update', 'the parts of a transfer');
call audit_table('transfer_lines', 'images');

